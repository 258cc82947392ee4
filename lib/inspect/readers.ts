import { pageReader } from './page.ts';
import { pdfReader } from './pdf.ts';
import { tableReader } from './table.ts';
import type { FileReader } from './types.ts';

/** File types `inspect` knows; one file each. */
export const readers: readonly FileReader[] = [pageReader, tableReader, pdfReader];

/** Reader of a file by its name; null when its type is not known. */
export function readerOf(file: string): FileReader | null {
  const lower = file.toLowerCase();
  return readers.find((reader) => reader.extensions.some((extension) => lower.endsWith(extension))) ?? null;
}
