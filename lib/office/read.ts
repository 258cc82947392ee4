import { readCsv } from './csv.ts';
import { readDocx } from './docx/read.ts';
import { LIMITS, OfficeError, type OfficeErrorCode } from './errors.ts';
import type { Grid } from './grid.ts';
import { readOds } from './ods/read.ts';
import { readXlsx } from './xlsx/read.ts';
import { readRelations } from './xml.ts';
import { type Archive, openArchive } from './zip.ts';

/** First bytes of files that are something else, whatever their name says. */
const OTHERS: readonly (readonly [readonly number[], OfficeErrorCode])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'pdf'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'rtf'],
  [[0x89, 0x50, 0x4e, 0x47], 'image'],
  [[0xff, 0xd8, 0xff], 'image'],
  [[0x47, 0x49, 0x46, 0x38], 'image'],
  [[0x42, 0x4d], 'image'],
  [[0x49, 0x49, 0x2a, 0x00], 'image'],
  [[0x4d, 0x4d, 0x00, 0x2a], 'image'],
  [[0x52, 0x61, 0x72, 0x21], 'archive'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'archive'],
  [[0x1f, 0x8b], 'archive'],
  // BIFF before 1995 stands in the file as it is: the mark of a sheet's beginning and its length.
  [[0x09, 0x00, 0x04, 0x00], 'old-xls'],
  [[0x09, 0x02, 0x06, 0x00], 'old-xls'],
  [[0x09, 0x04, 0x06, 0x00], 'old-xls'],
  [[0x09, 0x08, 0x08, 0x00], 'old-xls'],
  [[0x09, 0x08, 0x10, 0x00], 'old-xls'],
];

const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b];

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

/** The streams inside tell an encrypted .xlsx, an old .xls and an old .doc apart: their names stand there in UTF-16. */
function oldOffice(bytes: Uint8Array): OfficeErrorCode {
  const text = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length - (bytes.length % 2)));
  if (text.includes('EncryptedPackage') || text.includes('EncryptionInfo')) return 'encrypted';
  if (text.includes('WordDocument')) return 'old-doc';
  return 'old-xls';
}

function markup(head: string): OfficeErrorCode | null {
  const start = head.trimStart().toLowerCase();
  if (/^<(!doctype html|html|head|body|table|meta|!--)/.test(start)) return 'html';
  if (start.startsWith('<?xml')) return start.includes('<html') ? 'html' : 'xml';
  return start.startsWith('mime-version:') ? 'html' : null;
}

function readArchive(archive: Archive): Grid[] {
  if (archive.has('mimetype') && archive.has('content.xml')) {
    let type = '';
    archive.stream('mimetype', (piece) => {
      type += new TextDecoder().decode(piece);
    });
    if (type.includes('opendocument.spreadsheet')) return readOds(archive);
    throw new OfficeError(type.includes('opendocument.text') ? 'odt' : 'unknown');
  }
  const main = [...readRelations(archive, '').values()].find((it) => it.type === 'officeDocument')?.target;
  if (archive.has('EncryptedPackage')) throw new OfficeError('encrypted');
  const part = main && archive.has(main) ? main : '';
  if (/workbook\.bin$/i.test(part)) throw new OfficeError('xlsb');
  if (/^word\//i.test(part) || (!part && archive.has('word/document.xml')))
    return readDocx(archive, part || 'word/document.xml');
  if (/^xl\//i.test(part) || (!part && archive.has('xl/workbook.xml')))
    return readXlsx(archive, part || 'xl/workbook.xml');
  if (part === '' && main) throw new OfficeError('damaged');
  if (part) return /doc/i.test(part) ? readDocx(archive, part) : readXlsx(archive, part);
  throw new OfficeError(archive.has('[Content_Types].xml') ? 'damaged' : 'archive');
}

/**
 * Sheets and tables of an office file, told by its content, not by its name: .xlsx, .docx, .ods, .csv, .tsv.
 * Throws `OfficeError` with a sentence for the user when the file is damaged, too big or of another kind.
 */
export async function readGrids(bytes: Uint8Array, fileName: string): Promise<Grid[]> {
  if (bytes.length === 0) throw new OfficeError('empty');
  if (bytes.length > LIMITS.packed) throw new OfficeError('too-big');
  if (startsWith(bytes, OLD_OFFICE)) throw new OfficeError(oldOffice(bytes));
  if (startsWith(bytes, ZIP)) return readArchive(openArchive(bytes));
  for (const [magic, code] of OTHERS) if (startsWith(bytes, magic)) throw new OfficeError(code);
  const code = markup(new TextDecoder().decode(bytes.subarray(0, 1000)));
  if (code) throw new OfficeError(code);
  if (bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d))) throw new OfficeError('empty');
  if (/\.(xlsx|xlsm|docx|docm|ods)$/i.test(fileName)) throw new OfficeError('damaged');
  return [readCsv(bytes, fileName)];
}
