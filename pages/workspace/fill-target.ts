import type { FillTarget } from '../../lib/fill/target.ts';
import { askForm } from './form-tab.ts';

/** The form in a tab, as filling writes to it. */
export function fillTarget(tabId: number): FillTarget {
  return {
    read: async (fields) => (await askForm(tabId, 'form.read', { fields })).values,
    write: async (fields) => (await askForm(tabId, 'form.fill', { fields })).results,
  };
}
