import { type ComponentChild, render } from 'preact';
import { language } from '../lib/i18n.ts';

/** Draws a page of the extension into its `#app` and says in which language it is: the browser's chooses, not the file's. */
export function mount(page: ComponentChild): void {
  document.documentElement.lang = language();
  const root = document.getElementById('app');
  if (root) render(page, root);
}
