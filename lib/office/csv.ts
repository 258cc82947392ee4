import Papa from 'papaparse';
import { t } from '../i18n.ts';
import { gridBuilder } from './builder.ts';
import { OfficeError } from './errors.ts';
import type { Grid } from './grid.ts';
import { readHyperlink } from './xlsx/hyperlink.ts';

/** Text tables: .csv and .tsv in any encoding Excel or a colleague's program saves them in. */

/** Single-byte encodings of Russian texts: Excel's «CSV», «CSV (MS-DOS)», old mail, Macintosh. */
const CYRILLIC = ['windows-1251', 'ibm866', 'koi8-r', 'x-mac-cyrillic'];

/** How much a text looks Russian: frequent small letters count for it, odd signs and capitals inside words against. */
function russianScore(text: string): number {
  const frequent = text.match(/[оеаинтсрвлкмдпу]/g)?.length ?? 0;
  const odd = text.match(/[\u2500-\u259f\u0402-\u040f\u0452-\u045f\ufffd]|[а-яё][А-ЯЁ]/g)?.length ?? 0;
  return frequent - 3 * odd;
}

/** Text of a file whose encoding is not told: byte order marks, UTF-16, UTF-8, then Russian single-byte encodings. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const head = bytes.subarray(0, 4000);
  let evenZeros = 0;
  let oddZeros = 0;
  // In UTF-16 every second byte of Russian text is 0 or 4.
  for (let i = 0; i < head.length; i++)
    if (head[i] === 0 || head[i] === 4) i % 2 === 0 ? evenZeros++ : oddZeros++;
  if (oddZeros > head.length * 0.4 && evenZeros < head.length * 0.05)
    return new TextDecoder('utf-16le').decode(bytes);
  if (evenZeros > head.length * 0.4 && oddZeros < head.length * 0.05)
    return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // A few broken bytes (a file cut in the middle of a letter) are no other encoding.
    const text = new TextDecoder('utf-8').decode(bytes);
    const broken = text.split('\ufffd').length - 1;
    if (broken * 50 < (text.match(/[а-яё]/gi)?.length ?? 0)) return text;
    const sample = bytes.subarray(0, 100_000);
    let best = { encoding: 'windows-1251', score: Number.NEGATIVE_INFINITY };
    for (const encoding of CYRILLIC) {
      const score = russianScore(new TextDecoder(encoding).decode(sample));
      if (score > best.score) best = { encoding, score };
    }
    return new TextDecoder(best.encoding).decode(bytes);
  }
}

function parse(text: string, delimiter: string, preview = 0): { rows: string[][]; brokenQuotes: boolean } {
  const result = Papa.parse<string[]>(text, { delimiter, preview });
  const brokenQuotes = result.errors.some((error) => error.type === 'Quotes');
  if (!brokenQuotes) return { rows: result.data, brokenQuotes };
  // A text that begins with a quotation mark and never closes it would swallow the rest of the file.
  return { rows: Papa.parse<string[]>(text, { delimiter, preview, quoteChar: '\0' }).data, brokenQuotes };
}

/** The sign that cuts most lines into the same number of cells, more than one. */
function guessDelimiter(text: string): string {
  let best = { delimiter: ';', score: 0 };
  for (const delimiter of ['\t', ';', ',', '|']) {
    const { rows } = parse(text.slice(0, 200_000), delimiter, 60);
    const counts = new Map<number, number>();
    for (const row of rows) if (row.length > 1) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
    const share = Math.max(0, ...counts.values()) / Math.max(1, rows.length);
    const widest = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 1;
    const score = share * Math.min(widest, 8);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** One grid from decoded text. Throws `OfficeError` for texts that are no table and for too many rows. */
export function readText(text: string, name: string): Grid {
  let body = text.startsWith('\ufeff') ? text.slice(1) : text;
  // Excel's own hint in the first line.
  const hint = /^sep=(.)\r?\n/i.exec(body);
  if (hint) body = body.slice(hint[0].length);
  const { rows } = parse(body, hint?.[1] ?? guessDelimiter(body));
  const place = (row: number, column: number): string =>
    t('office.place.textCell', { row: row + 1, column: column + 1 });
  const grid = gridBuilder({ name, place });
  for (const [row, cells] of rows.entries())
    for (const [column, value] of cells.entries()) {
      const raw = value.replace(/\r\n?/g, '\n');
      const link = /^\s*=/.test(raw) ? readHyperlink(raw) : null;
      const shown = link?.text ?? raw;
      grid.cell(row, column, {
        text: shown,
        links: link ? [{ target: link.target, text: shown, start: 0, end: shown.length }] : [],
      });
    }
  return grid.build();
}

/** Reads a text file. Binary content is refused. */
export function readCsv(bytes: Uint8Array, name: string): Grid {
  const text = decodeText(bytes);
  let control = 0;
  for (let i = 0; i < Math.min(text.length, 20_000); i++) {
    const code = text.charCodeAt(i);
    if (code < 0x09 || (code > 0x0d && code < 0x20)) control++;
  }
  if (control > 2) throw new OfficeError('unknown');
  return readText(text, name);
}
