import { t } from '../../i18n.ts';
import { gridBuilder } from '../builder.ts';
import type { Grid, Paragraph } from '../grid.ts';
import { squeeze } from '../table/text.ts';
import { brokenWords } from './broken-words.ts';
import { GOES_ON } from './lines.ts';
import type { PdfCell, PdfTable } from './ruled.ts';

/** Joining the tables of single pages: one that goes on over a page break stays one, and so do its rows. */

interface Draft {
  readonly before: string[];
  readonly edges: readonly number[];
  readonly rows: { cells: PdfCell[]; page: number }[];
}

/** Page numbers are no text of the document. */
const PAGE_NUMBER = /^(?:с(?:тр)?\.?\s*|страница\s*)?[-–—]?\s*\d{1,4}\s*(?:(?:из|\/)\s*\d{1,4}\s*)?[-–—]?$/iu;

function sameEdges(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((edge, i) => Math.abs(edge - (b[i] as number)) < 6);
}

/** Tables of all pages as grids. `pages`: for each its tables, a last one without rows for the text below them. */
export function toGrids(pages: readonly (readonly PdfTable[])[]): Grid[] {
  const drafts: Draft[] = [];
  let texts: string[] = [];
  pages.forEach((tables, page) => {
    for (const table of tables) {
      texts.push(...table.before.filter((text) => !PAGE_NUMBER.test(text)));
      if (table.rows.length === 0) continue;
      const open = drafts.at(-1);
      const goesOn = open !== undefined && texts.length === 0 && sameEdges(open.edges, table.edges);
      const draft: Draft = goesOn ? open : { before: texts, edges: table.edges, rows: [] };
      if (!goesOn) drafts.push(draft);
      texts = [];
      const rows = table.rows.map((cells) => cells.map((cell) => ({ ...cell })));
      const own = goesOn ? rows.slice(repeated(draft, rows)) : rows;
      const turned = goesOn && draft.rows.at(-1)?.page !== page;
      own.forEach((cells, i) => {
        if (i > 0 || !turned || !bridge(draft, cells)) draft.rows.push({ cells, page });
      });
    }
  });
  const cells = drafts.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  const mend = brokenWords(cells.map(({ text }) => text));
  for (const cell of cells) cell.text = mend(cell.text);
  const asParagraph = (text: string): Paragraph => ({ text, level: null, bold: false });
  const grids = drafts.map((draft, i) => ({ ...gridOf(draft, i), before: draft.before.map(asParagraph) }));
  return grids.map((grid, i) => (i === grids.length - 1 ? { ...grid, after: texts.map(asParagraph) } : grid));
}

const filledOf = (cells: readonly PdfCell[]): PdfCell[] => cells.filter(({ text }) => text.trim() !== '');

/** How many rows at the top of a page repeat the header that stands in the first rows of the table. */
function repeated(draft: Draft, rows: readonly (readonly PdfCell[])[]): number {
  const key = (cells: readonly PdfCell[]): string =>
    filledOf(cells)
      .map(({ column, text }) => `${column}:${squeeze(text)}`)
      .join('|');
  const heads = new Set(
    draft.rows
      .slice(0, 8)
      .filter(({ cells }) => filledOf(cells).length > 1)
      .map(({ cells }) => key(cells)),
  );
  let count = 0;
  while (count < rows.length && heads.has(key(rows[count] as PdfCell[]))) count++;
  return count;
}

/** The cell of the same columns that reaches down to the last row. */
function ownerOf(draft: Draft, cell: PdfCell): PdfCell | null {
  for (let row = draft.rows.length - 1; row >= 0; row--) {
    const above = draft.rows[row]?.cells.find(
      ({ column, columns }) => column <= cell.column && column + columns > cell.column,
    );
    if (above) return above.column === cell.column && above.columns === cell.columns ? above : null;
  }
  return null;
}

/** A number or points: short, and never cut by a page's end. */
const isShort = (text: string): boolean =>
  text.length <= 24 && (/^[\d.,;/()\s–—-]+$/.test(text) || (/балл/iu.test(text) && /\d/.test(text)));

/**
 * Joins the first row of a page to what stands above the page's end: true when all of it went there. Else only merged
 * cells of headings that go on are joined, and the row stays a row.
 */
function bridge(draft: Draft, cells: PdfCell[]): boolean {
  const owners = new Map(cells.map((cell) => [cell, ownerOf(draft, cell)]));
  const whole = isRest(draft, cells, owners);
  for (const cell of [...cells]) {
    const owner = owners.get(cell) ?? null;
    if (!owner) {
      if (whole && cell.text !== '') draft.rows.at(-1)?.cells.push(cell);
      continue;
    }
    const tall = cell.rows > 1 || owner.rows > 1;
    if (!whole && !(tall && (cell.text === '' || GOES_ON.test(cell.text)))) continue;
    if (cell.text !== '') owner.text = owner.text === '' ? cell.text : `${owner.text}\n${cell.text}`;
    owner.rows += cell.rows - (whole ? 1 : 0);
    if (!whole) cells.splice(cells.indexOf(cell), 1);
  }
  return whole;
}

/** True for the rest of a row: its texts begin small, and it has no number and no points where the row above has them. */
function isRest(
  draft: Draft,
  cells: readonly PdfCell[],
  owners: ReadonlyMap<PdfCell, PdfCell | null>,
): boolean {
  const width = draft.edges.length - 1;
  const filled = filledOf(cells);
  if (filled.length === 0 || filled.some(({ columns }) => columns > 1 && columns >= width - 1)) return false;
  const texts = filled.filter(({ text }) => !isShort(text));
  // A number broken over two lines («1.4.11» and «3») may be cut, too, where nothing else begins anew.
  const cut = texts.every(({ text }) => GOES_ON.test(text));
  for (const cell of filled) {
    const taken = isShort(cell.text) && (owners.get(cell)?.text ?? '') !== '';
    if (taken && !(cut && cell.column === 0 && /^[\d.]+$/.test(cell.text))) return false;
  }
  if (texts.length === 0) return false;
  const above = filledOf(draft.rows.at(-1)?.cells ?? []);
  if (texts.length > 1 && texts.length === filled.length && above.length > 2 && framed(draft)) return true;
  const open = texts.filter((cell) => {
    const above = owners.get(cell)?.text ?? '';
    return (
      GOES_ON.test(cell.text) || (above !== '' && !/[.;:!?]$/.test(above) && /^[«"№\d]/u.test(cell.text))
    );
  });
  if (open.length === 0 || !open.some(({ text }) => GOES_ON.test(text))) return false;
  return open.length * 2 > texts.length || open.length === texts.length;
}

/** Rows of so many texts are looked at to tell whether the table numbers its rows and gives each its points. */
const LEAST_FRAMED = 4;

/** Whether the rows of a table begin with a number and end with points: a row with neither is then no row of its own. */
function framed({ rows, edges }: Draft): boolean {
  const full = rows.map(({ cells }) => filledOf(cells)).filter((cells) => cells.length > 2);
  const inFrame = full.filter((cells) => {
    const ends = [cells[0], cells.at(-1)] as [PdfCell, PdfCell];
    const last = ends[1].column + ends[1].columns;
    return ends[0].column === 0 && last >= edges.length - 1 && ends.every(({ text }) => isShort(text));
  });
  return full.length >= LEAST_FRAMED && inFrame.length >= full.length * 0.8;
}

function gridOf({ rows }: Draft, index: number): Grid {
  const place = (row: number): string =>
    t('criteria.import.pdf-page', { page: (rows[row]?.page ?? 0) + 1, row: row + 1 });
  const builder = gridBuilder({ name: `PDF ${index + 1}`, place, document: true });
  rows.forEach(({ cells }, row) => {
    for (const { column, columns, rows: height, text } of cells) {
      builder.cell(row, column, { text });
      builder.merge(row, column, height, columns);
    }
  });
  return builder.build();
}
