import type { Sheet } from './sheet.ts';

/** Bytes in windows-1251, for the letters tests use. */
export function windows1251(text: string): Uint8Array {
  const decoder = new TextDecoder('windows-1251');
  const codes = new Map<string, number>();
  for (let code = 0; code < 256; code++) codes.set(decoder.decode(Uint8Array.of(code)), code);
  return Uint8Array.from([...text], (char) => codes.get(char) ?? 0x3f);
}

/** Bytes in UTF-16 with a byte order mark, as Excel's «Юникод (txt)». */
export function utf16(text: string): Uint8Array {
  const out = new Uint8Array(2 + text.length * 2);
  out.set([0xff, 0xfe]);
  for (let i = 0; i < text.length; i++) {
    out[2 + i * 2] = text.charCodeAt(i) & 0xff;
    out[3 + i * 2] = text.charCodeAt(i) >> 8;
  }
  return out;
}

/** A sheet as delimited text. */
export function delimited(sheet: Sheet, delimiter: string): string {
  const width = Math.max(...sheet.rows.map((row) => row.length));
  return sheet.rows
    .map((row) =>
      Array.from({ length: width }, (_, column) => {
        const text = row[column]?.text ?? '';
        return /["\n\r]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
      }).join(delimiter),
    )
    .join('\r\n');
}
