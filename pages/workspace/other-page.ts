import { looksLikeCriteria } from '../../lib/criteria/import/columns.ts';
import { t } from '../../lib/i18n.ts';
import type { Grid } from '../../lib/office/grid.ts';
import { isPreparationTable } from '../../lib/office/table/read.ts';

/** A file that was given to the wrong page of the workspace: what it is, and the page that takes it. */
export interface OtherPage {
  readonly text: string;
  /** Of the workspace's address, after `#`. */
  readonly page: 'import' | 'criteria/import' | 'backup' | 'settings';
}

const PAGES = {
  pack: 'criteria/import',
  criteria: 'criteria/import',
  backup: 'backup',
  profile: 'settings',
  table: 'import',
} as const;

/** What the extension's own files say of themselves. */
const MARKS: Readonly<Record<string, keyof typeof PAGES>> = {
  'fis-oko-criteria-pack': 'pack',
  'fis-oko-backup': 'backup',
  'fis-oko-site-profile': 'profile',
};
const MARK = /"(?:kind|format)"\s*:\s*"(fis-oko-[a-z-]+)"/;
/** The mark stands at the beginning, as the extension writes it. */
const HEAD = 4000;

function other(kind: keyof typeof PAGES): OtherPage {
  return { text: t(`otherPage.${kind}`), page: PAGES[kind] };
}

/** Tells the extension's own .json files by their beginning, also damaged ones; null: none of them. */
export function ownFile(bytes: Uint8Array): OtherPage | null {
  const head = new TextDecoder().decode(bytes.subarray(0, HEAD)).replace(/^\ufeff/, '');
  if (!head.trimStart().startsWith('{')) return null;
  const kind = MARKS[MARK.exec(head)?.[1] ?? ''];
  return kind ? other(kind) : null;
}

/** A criteria document given where tables are taken; null when it is not clearly one. */
export function criteriaGiven(grids: readonly Grid[]): OtherPage | null {
  return !isPreparationTable(grids) && looksLikeCriteria(grids) ? other('criteria') : null;
}

/** A preparation table given where criteria are taken; null when it is not clearly one. */
export function tableGiven(grids: readonly Grid[]): OtherPage | null {
  return isPreparationTable(grids) && !looksLikeCriteria(grids) ? other('table') : null;
}
