import { t } from '../../i18n.ts';
import { gridBuilder } from '../builder.ts';
import { LIMITS, OfficeError } from '../errors.ts';
import type { Grid, Paragraph } from '../grid.ts';
import { type PdfJsPage, type PdfPage, readPdfPage } from './page.ts';
import { type Band, edgesOf, ruledBands } from './ruled.ts';
import { columnStarts, unruledBands } from './unruled.ts';

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
 * Tables of a PDF with a text layer, found by its drawn lines, else by the position of its text; one grid for the
 * whole document, so that a table goes on over pages. `workerSrc`: address of pdf.js' worker, for pages of the
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
  return toGrids(pages.map((page) => (ruled ? ruledBands(page, xs) : unruledBands(page, starts))));
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

/** A cell text that goes on from the page before: no number, no points, a small letter first. */
function continues(band: Extract<Band, { kind: 'row' }>, width: number): boolean {
  const filled = band.cells.filter(({ text }) => text !== '');
  if (filled.length === 0 || filled.some(({ columns }) => columns >= width - 1)) return false;
  const edge = filled.some(({ column, columns }) => column === 0 || column + columns === width);
  return !edge && filled.every(({ text }) => /^[\p{Ll}(–—-]/u.test(text));
}

function toGrids(pages: readonly (readonly Band[])[]): Grid[] {
  const rows: { cells: { column: number; columns: number; rows: number; text: string }[]; page: number }[] =
    [];
  const before: Paragraph[] = [];
  const width = Math.max(
    0,
    ...pages
      .flat()
      .flatMap((band) => (band.kind === 'row' ? band.cells.map((c) => c.column + c.columns) : [])),
  );
  pages.forEach((bands, page) => {
    let first = true;
    for (const band of bands) {
      if (band.kind === 'text') {
        // Text between tables stays in its place, as a row over the whole width.
        if (rows.length === 0) before.push({ text: band.text, level: null, bold: false });
        else if (!/^(?:с(?:тр)?\.?\s*)?[-–—]?\s*\d+\s*[-–—]?$/iu.test(band.text))
          rows.push({ cells: [{ column: 0, columns: Math.max(2, width), rows: 1, text: band.text }], page });
        continue;
      }
      const last = rows.at(-1);
      if (first && page > 0 && last && continues(band, width)) {
        for (const cell of band.cells) {
          const above = last.cells.find(({ column }) => column === cell.column);
          if (cell.text === '') continue;
          if (above) above.text = `${above.text}\n${cell.text}`;
          else last.cells.push({ ...cell });
        }
      } else rows.push({ cells: band.cells.map((cell) => ({ ...cell })), page });
      first = false;
    }
  });
  const place = (row: number): string =>
    t('criteria.import.pdf-page', { page: (rows[row]?.page ?? 0) + 1, row: row + 1 });
  const builder = gridBuilder({ name: 'PDF', place, document: true, before });
  rows.forEach(({ cells }, row) => {
    for (const { column, columns, rows: height, text } of cells) {
      builder.cell(row, column, { text });
      builder.merge(row, column, height, columns);
    }
  });
  return [builder.build()];
}
