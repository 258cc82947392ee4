import { html, type Markup } from '../html.ts';
import { appLayout } from './app.ts';
import { dialogLayout } from './dialog.ts';
import { gridLayout } from './grid.ts';
import { oddLayout } from './odd.ts';
import { phpLayout } from './php.ts';
import { tabsLayout } from './tabs.ts';
import type { View } from './view.ts';

/** One way the site may show the form. */
export interface Layout {
  readonly draw: (view: View) => Markup;
  readonly scripts: readonly string[];
  /** A policy as strict as a careful site's; none where the site is old. */
  readonly csp: string | null;
}

const STRICT =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "form-action 'self'; frame-ancestors 'self'; base-uri 'none'; require-trusted-types-for 'script'";

/** The layouts by their name in the address. `inner` is what the frame of `iframe` shows. */
export const LAYOUTS: Readonly<Record<string, Layout>> = {
  php: { draw: phpLayout, scripts: [], csp: null },
  grid: { draw: gridLayout, scripts: ['grid'], csp: STRICT },
  tabs: { draw: tabsLayout, scripts: ['tabs'], csp: null },
  react: { draw: appLayout, scripts: ['react'], csp: STRICT },
  vue: { draw: appLayout, scripts: ['vue'], csp: null },
  iframe: { draw: frame, scripts: [], csp: null },
  inner: { draw: phpLayout, scripts: [], csp: null },
  odd: { draw: oddLayout, scripts: [], csp: STRICT },
  dialog: { draw: dialogLayout, scripts: ['dialog'], csp: null },
  virtual: { draw: appLayout, scripts: ['virtual'], csp: null },
};

/** Layouts a test walks through: those that are recognised without help. */
export const LAYOUT_NAMES = Object.keys(LAYOUTS).filter((name) => name !== 'inner' && name !== 'odd');

function frame(view: View): Markup {
  const inner = view.here.replace('/iframe', '/inner');
  return html`<h1>${view.form.title}</h1><iframe src="${inner}" title="Форма" class="frame"></iframe>`;
}
