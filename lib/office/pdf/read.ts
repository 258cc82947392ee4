import { t } from '../../i18n.ts';
import { LIMITS, OfficeError } from '../errors.ts';
import type { Grid } from '../grid.ts';
import { anchoredTables } from './anchored.ts';
import { checkPdfSize } from './budget.ts';
import { toGrids } from './join.ts';
import { type PdfJsPage, type PdfPage, readPdfPage } from './page.ts';
import { withoutRepeatedHeader } from './repeated.ts';
import { edgesOf, ruledTables } from './ruled.ts';
import { withoutRunning } from './running.ts';
import { columnStarts, unruledTable } from './unruled.ts';

/** More pages than a criteria document can have. */
const MOST_PAGES = 400;
/** A scan has no text but perhaps a stamp or a page number. */
const LEAST_CHARACTERS = 40;
/** Pages nested in pages without end keep the reader busy: given up after this many milliseconds. */
const LONGEST = 60_000;

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
  checkPdfSize(bytes);
  const pages = withoutRunning(await readPages(bytes, workerSrc));
  const characters = pages.reduce(
    (sum, page) => sum + page.pieces.reduce((all, piece) => all + piece.text.trim().length, 0),
    0,
  );
  if (characters < LEAST_CHARACTERS) throw new Error(t('criteria.import.scan'));
  const xs = edgesOf(pages.flatMap((page) => page.vertical.map(({ at }) => at)));
  const ruled = xs.length >= 3 && pages.some((page) => page.horizontal.length >= 3);
  const starts = ruled ? [] : columnStarts(pages);
  if (!ruled && starts.length < 2) throw new Error(t('criteria.import.pdf-no-table'));
  if (ruled) return toGrids(pages.map(ruledTables));
  const own = withoutRepeatedHeader(pages);
  return toGrids(anchoredTables(own, starts) ?? own.map((page) => [unruledTable(page, starts)]));
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
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    void task.destroy();
  }, LONGEST);
  try {
    const document = await task.promise;
    const pages: PdfPage[] = [];
    for (let n = 1; n <= Math.min(MOST_PAGES, document.numPages); n++)
      pages.push(await readPdfPage(await document.getPage(n), pdfjs.OPS));
    return pages;
  } catch (error) {
    if (late) throw new Error(t('criteria.import.pdf-heavy'));
    const locked = error instanceof Error && error.name === 'PasswordException';
    throw new Error(t(locked ? 'criteria.import.pdf-password' : 'criteria.import.pdf-damaged'));
  } finally {
    clearTimeout(timer);
    await task.destroy();
  }
}
