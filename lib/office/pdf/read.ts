import { t } from '../../i18n.ts';
import { gridBuilder } from '../builder.ts';
import { LIMITS, OfficeError } from '../errors.ts';
import type { Grid, Paragraph } from '../grid.ts';
import { type PdfJsPage, type PdfPage, readPdfPage } from './page.ts';
import { edgesOf, type PdfCell, type PdfTable, ruledTables } from './ruled.ts';
import { columnStarts, unruledTable } from './unruled.ts';

/** More pages than a criteria document can have. */
const MOST_PAGES = 400;
/** A scan has no text but perhaps a stamp or a page number. */
const LEAST_CHARACTERS = 40;

interface PdfJs {
  getDocument(source: object): {
    promise: Promise<{ numPages: number; getPage(n: number): Promise<PdfJsPage> }>;
    destroy(): Promise<void>;
  };
  readonly OPS: Readonly<Record<string, number>>;
  readonly GlobalWorkerOptions: { workerSrc: string };
}

/**
 * Tables of a PDF with a text layer, found by its drawn lines, else by the position of its text; a table
 * that goes on over pages is one grid. `workerSrc`: address of pdf.js' worker, for pages of the
 * extension. Throws an Error with a sentence for the user: a scan, a locked or a damaged file.
 */
export async function readPdfGrids(bytes: Uint8Array, workerSrc?: string): Promise<Grid[]> {
  if (bytes.length > LIMITS.packed) throw new OfficeError('too-big');
  const pages = await readPages(bytes, workerSrc);
  const characters = pages.reduce(
    (sum, page) => sum + page.pieces.reduce((all, piece) => all + piece.text.trim().length, 0),
    0,
  );
  if (characters < LEAST_CHARACTERS) throw new Error(t('criteria.import.scan'));
  const xs = edgesOf(pages.flatMap((page) => page.vertical.map(({ at }) => at)));
  const ruled = xs.length >= 3 && pages.some((page) => page.horizontal.length >= 3);
  const starts = ruled ? [] : columnStarts(pages);
  if (!ruled && starts.length < 2) throw new Error(t('criteria.import.pdf-no-table'));
  return toGrids(pages.map((page) => (ruled ? ruledTables(page) : [unruledTable(page, starts)])));
}

async function readPages(bytes: Uint8Array, workerSrc: string | undefined): Promise<PdfPage[]> {
  const pdfjs = (await import('pdfjs-dist/legacy/build/pdf.mjs')) as unknown as PdfJs;
  if (workerSrc) pdfjs.GlobalWorkerOptions.workerSrc = workerSrc;
  // A copy: pdf.js takes the bytes over. Nothing of the file is run, and nothing is fetched.
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: false,
  });
  try {
    const document = await task.promise;
    const pages: PdfPage[] = [];
    for (let n = 1; n <= Math.min(MOST_PAGES, document.numPages); n++)
      pages.push(await readPdfPage(await document.getPage(n), pdfjs.OPS));
    return pages;
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException';
    throw new Error(t(locked ? 'criteria.import.pdf-password' : 'criteria.import.pdf-damaged'));
  } finally {
    await task.destroy();
  }
}

/** Cells whose text goes on from the page before: no number, no points, a small letter first. */
function continues(cells: readonly PdfCell[], width: number): boolean {
  const filled = cells.filter(({ text }) => text !== '');
  if (filled.length === 0 || filled.some(({ columns }) => columns >= width - 1)) return false;
  const edge = filled.some(({ column, columns }) => column === 0 || column + columns === width);
  return !edge && filled.every(({ text }) => /^[\p{Ll}(–—-]/u.test(text));
}

interface Draft {
  readonly before: string[];
  readonly edges: readonly number[];
  readonly rows: { cells: PdfCell[]; page: number }[];
}

/** Page numbers are no text of the document. */
const PAGE_NUMBER = /^(?:с(?:тр)?\.?\s*)?[-–—]?\s*\d{1,4}\s*[-–—]?$/iu;

function sameEdges(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((edge, i) => Math.abs(edge - (b[i] as number)) < 6);
}

/** Tables of all pages; one that goes on over a page break stays one. */
function toGrids(pages: readonly (readonly PdfTable[])[]): Grid[] {
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
      table.rows.forEach((cells, i) => {
        const last = draft.rows.at(-1);
        if (i === 0 && last && continues(cells, table.edges.length - 1)) append(last.cells, cells);
        else draft.rows.push({ cells: cells.map((cell) => ({ ...cell })), page });
      });
    }
  });
  const asParagraph = (text: string): Paragraph => ({ text, level: null, bold: false });
  const grids = drafts.map((draft, i) => ({ ...gridOf(draft, i), before: draft.before.map(asParagraph) }));
  return grids.map((grid, i) => (i === grids.length - 1 ? { ...grid, after: texts.map(asParagraph) } : grid));
}

function append(above: PdfCell[], cells: readonly PdfCell[]): void {
  for (const cell of cells) {
    const upper = above.find(({ column }) => column === cell.column);
    if (cell.text === '') continue;
    if (upper) upper.text = `${upper.text}\n${cell.text}`;
    else above.push({ ...cell });
  }
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
