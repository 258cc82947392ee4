/** A table as cells, before any file format: what the encoders of this folder write. */

export interface Piece {
  readonly text: string;
  readonly link?: string;
}

export interface SheetCell {
  readonly text: string;
  /** Hyperlink of the whole cell. */
  readonly link?: string;
  /** Several links in one cell (documents only; spreadsheets write their texts line by line). */
  readonly pieces?: readonly Piece[];
  /** Written as `=HYPERLINK(link; text)`. */
  readonly formula?: boolean;
  /** A number or a date kept under the text: serial value and number format. */
  readonly value?: { readonly serial: number; readonly format: string };
  readonly bold?: boolean;
  readonly rows?: number;
  readonly columns?: number;
}

export interface Sheet {
  readonly name: string;
  /** null: nothing, or covered by a merged cell. */
  readonly rows: readonly (readonly (SheetCell | null)[])[];
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  readonly hidden?: boolean;
}

export function cell(text: string, more: Omit<SheetCell, 'text'> = {}): SheetCell {
  return { text, ...more };
}

/** Rows of plain texts as a sheet. */
export function sheet(rows: readonly (readonly (string | SheetCell | null)[])[], name = 'Лист1'): Sheet {
  return {
    name,
    rows: rows.map((row) => row.map((it) => (typeof it === 'string' ? (it === '' ? null : cell(it)) : it))),
  };
}

export function escapeXml(text: string): string {
  return text.replace(
    /[&<>"]/g,
    (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char] as string,
  );
}

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
