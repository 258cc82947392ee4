import { readClipboard } from '../../../lib/office/clipboard.ts';
import { readTableGrids } from '../../../lib/office/table/read.ts';
import type { ColumnChoices, TableResult } from '../../../lib/office/table/types.ts';

/** Cells copied from Excel, Word or any page; the browser's parser reads their markup, nothing of it is run or shown. */
export function readPasted(
  pasted: { readonly html: string; readonly text: string },
  choices: ColumnChoices,
): TableResult {
  const grids = readClipboard(pasted, (html) => new DOMParser().parseFromString(html, 'text/html'));
  return readTableGrids(grids, choices);
}
