import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { LIMITS, OfficeError, type OfficeErrorCode } from '../../lib/office/errors.ts';
import { readTable } from '../../lib/office/table/read.ts';
import { docx } from './kit/docx.ts';
import { HEAD } from './kit/expect.ts';
import { sheet } from './kit/sheet.ts';
import { archive, rels, xlsx } from './kit/xlsx.ts';

const good = sheet([HEAD, ['Первая', 'https://uo.example.ru/a.pdf', 'Приказ', 'с. 3', 'да']]);
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
const utf16 = (text: string): Uint8Array =>
  Uint8Array.from([...text].flatMap((char) => [char.charCodeAt(0), 0]));

function joined(...parts: Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

const CFB = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(504));

/** A workbook whose sheet is this XML. */
const withSheet = (xml: string): Uint8Array => xlsx([good], { extra: { 'xl/worksheets/sheet1.xml': xml } });
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** A workbook whose largest part says in the central directory that it unpacks to `size` bytes. */
function declaring(bytes: Uint8Array, size: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = 0; at + 46 < bytes.length; at++)
    if (view.getUint32(at, true) === 0x02014b50) {
      view.setUint32(at + 24, size, true);
      return bytes;
    }
  throw new Error('no central directory');
}

/** Unpacks to far more than it declares. */
function lyingBomb(): Uint8Array {
  const zeros = new Uint8Array(5 * 1024 * 1024);
  return declaring(
    zipSync({ 'xl/workbook.xml': zeros, '[Content_Types].xml': strToU8('x') }, { level: 1 }),
    100,
  );
}

function manyRows(): Uint8Array {
  const row = '<row><c t="str"><v>Первая</v></c><c t="str"><v>https://uo.example.ru/a.pdf</v></c></row>';
  return withSheet(`<worksheet ${MAIN}><sheetData>${row.repeat(200_000)}</sheetData></worksheet>`);
}

function odsOf(content: string, manifest = ''): Uint8Array {
  return archive({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'META-INF/manifest.xml': manifest || '<manifest/>',
    'content.xml': `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>${content}</office:spreadsheet></office:body></office:document-content>`,
  });
}

const files: readonly (readonly [string, string, () => Uint8Array, OfficeErrorCode])[] = [
  ['empty', 'т.xlsx', () => new Uint8Array(), 'empty'],
  ['only white space', 'т.csv', () => bytesOf('\r\n  \r\n'), 'empty'],
  ['truncated .xlsx', 'т.xlsx', () => xlsx([good]).slice(0, 900), 'damaged'],
  ['truncated .docx', 'т.docx', () => docx([good]).slice(0, -30), 'damaged'],
  ['a part damaged inside', 'т.xlsx', () => damaged(), 'damaged'],
  ['encrypted .xlsx', 'т.xlsx', () => joined(CFB, utf16('EncryptedPackage')), 'encrypted'],
  ['encrypted .ods', 'т.ods', () => odsOf('', '<m><encryption-data/></m>'), 'encrypted'],
  ['.xls of Excel 97', 'т.xls', () => joined(CFB, utf16('Workbook')), 'old-xls'],
  ['.xls named .xlsx', 'т.xlsx', () => joined(CFB, utf16('Workbook')), 'old-xls'],
  ['.xls of Excel 5', 'т.xls', () => Uint8Array.of(0x09, 0x08, 0x10, 0, 0, 6, 5, 0, 0, 0), 'old-xls'],
  ['.doc', 'т.docx', () => joined(CFB, utf16('WordDocument')), 'old-doc'],
  [
    'HTML named .xlsx',
    'т.xlsx',
    () => bytesOf('<html><body><table><tr><td>Ссылка</td></tr></table></body></html>'),
    'html',
  ],
  [
    'HTML with a declaration',
    'т.xlsx',
    () => bytesOf('\ufeff<?xml version="1.0"?><html xmlns:x="y"></html>'),
    'html',
  ],
  ['XML spreadsheet of 2003', 'т.xlsx', () => bytesOf('<?xml version="1.0"?><Workbook/>'), 'xml'],
  ['PNG named .docx', 'т.docx', () => latin('\x89PNG\r\n\x1a\n1234567890'), 'image'],
  ['PDF named .xlsx', 'т.xlsx', () => latin('%PDF-1.7\n%'), 'pdf'],
  ['RTF named .docx', 'т.docx', () => latin('{\\rtf1\\ansi}'), 'rtf'],
  ['a zip of other files', 'т.xlsx', () => archive({ 'a.txt': 'x' }), 'archive'],
  ['text named .xlsx', 'т.xlsx', () => bytesOf('Позиции;Ссылка\nа;б'), 'damaged'],
  ['binary named .csv', 'т.csv', () => Uint8Array.from({ length: 500 }, (_, i) => (i * 7) % 32), 'unknown'],
  ['an .xlsb', 'т.xlsx', () => xlsb(), 'xlsb'],
  [
    'a bomb that declares its size',
    'т.xlsx',
    () => declaring(xlsx([good]), LIMITS.unpacked + 1),
    'unpacked-too-big',
  ],
  ['a bomb that hides its size', 'т.xlsx', lyingBomb, 'unpacked-too-big'],
  ['over 20 MB', 'т.xlsx', () => joined(xlsx([good]), new Uint8Array(LIMITS.packed)), 'too-big'],
  [
    'entities',
    'т.xlsx',
    () =>
      withSheet(
        `<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet ${MAIN}><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>`,
      ),
    'unsafe-xml',
  ],
  [
    'an external entity',
    'т.docx',
    () => archive({ 'word/document.xml': '<!DOCTYPE x SYSTEM "file:///etc/passwd"><document/>' }),
    'unsafe-xml',
  ],
  [
    'a name that leads outside',
    'т.xlsx',
    () => xlsx([good], { extra: { '../../evil.txt': 'x' } }),
    'unsafe-names',
  ],
  ['an absolute name', 'т.xlsx', () => xlsx([good], { extra: { 'C:\\evil.txt': 'x' } }), 'unsafe-names'],
  ['__proto__', 'т.xlsx', () => xlsx([good], { extra: { 'xl/__proto__/a.xml': 'x' } }), 'unsafe-names'],
  ['200,000 rows', 'т.xlsx', manyRows, 'too-many-rows'],
  [
    '200,000 lines',
    'т.csv',
    () => bytesOf(`${HEAD.join(';')}\n${'а;https://uo.example.ru/a.pdf;б;в;г\n'.repeat(200_000)}`),
    'too-many-rows',
  ],
  [
    'a row repeated a million times',
    'т.ods',
    () =>
      odsOf(
        '<table:table table:name="а"><table:table-row table:number-rows-repeated="1000000"><table:table-cell><text:p>а</text:p></table:table-cell></table:table-row></table:table>',
      ),
    'too-many-rows',
  ],
  [
    'a cell of 1 MB',
    'т.xlsx',
    () => xlsx([sheet([HEAD, ['а', 'https://uo.example.ru/a.pdf', 'я'.repeat(1 << 20)]])]),
    'long-cell',
  ],
  [
    'a cell of 1 MB in Word',
    'т.docx',
    () => docx([sheet([HEAD, ['а', 'https://uo.example.ru/a.pdf', 'я'.repeat(1 << 20)]])]),
    'long-cell',
  ],
  [
    'no link column',
    'т.xlsx',
    () => xlsx([sheet([HEAD.filter((_, i) => i !== 1), ['Первая', 'Приказ', '1', 'да']])]),
    'no-link-column',
  ],
  [
    'another table',
    'т.xlsx',
    () =>
      xlsx([
        sheet([
          ['ФИО', 'Должность'],
          ['Иванова', 'методист'],
        ]),
      ]),
    'no-table',
  ],
  ['a document without tables', 'т.docx', () => docx([]), 'no-table'],
  ['only the header', 'т.xlsx', () => xlsx([sheet([HEAD])]), 'no-table'],
  ['another text', 'т.csv', () => bytesOf('просто текст\nбез таблицы'), 'no-table'],
];

function damaged(): Uint8Array {
  const bytes = xlsx([good]);
  for (let at = 60; at < 120; at++) bytes[at] = (bytes[at] as number) ^ 0x55;
  return bytes;
}

function xlsb(): Uint8Array {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
  return archive({
    '_rels/.rels': rels([{ id: 'a', type, target: 'xl/workbook.bin' }]),
    'xl/workbook.bin': 'x',
  });
}

describe('bad files get one sentence', () => {
  it.each(files)('%s', async (_, name, make, code) => {
    const error = await readTable(make(), name).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(OfficeError);
    expect((error as OfficeError).code).toBe(code);
    expect((error as OfficeError).message).toMatch(/^[А-ЯЁ][^\n]* — [^\n]+$|^Файл этого вида/u);
  });

  it('pollutes no prototype', async () => {
    const names = Object.keys(Object.prototype);
    const bytes = withSheet(
      `<worksheet ${MAIN} __proto__="x"><sheetData><row constructor="y"><c t="str" prototype="z"><v>а</v></c></row></sheetData></worksheet>`,
    );
    await readTable(bytes, 'т.xlsx').catch(() => null);
    expect(Object.keys(Object.prototype)).toEqual(names);
  });

  it('a sheet formatted to its last row is an ordinary table', async () => {
    const cells = HEAD.map((text) => `<c t="str"><v>${text}</v></c>`).join('');
    const rows = Array.from(
      { length: 50_000 },
      (_, i) => `<row r="${i + 3}"><c r="A${i + 3}" s="1"/></row>`,
    ).join('');
    const xml = `<worksheet ${MAIN}><sheetData><row>${cells}</row><row><c t="str"><v>Первая</v></c><c t="str"><v>https://uo.example.ru/a.pdf</v></c></row>${rows}</sheetData></worksheet>`;
    expect((await readTable(withSheet(xml), 'т.xlsx')).positions).toHaveLength(1);
  });
});
