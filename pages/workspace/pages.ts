import type { ComponentType } from 'preact';

/** One task a page; each is loaded when it is opened, so that pdf.js and the readers of tables wait until needed. */
export const PAGES: Readonly<Record<string, () => Promise<{ default: ComponentType }>>> = {
  import: () => import('./import/page.tsx'),
  export: () => import('./export/page.tsx'),
  criteria: () => import('./criteria/page.tsx'),
  move: () => import('./move/page.tsx'),
  drafts: () => import('./drafts/page.tsx'),
  backup: () => import('../backup/page.tsx'),
  settings: () => import('./pages/settings.tsx'),
  help: () => import('./pages/help.tsx'),
};

export const FIRST_PAGE = 'import';
