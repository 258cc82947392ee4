/**
 * The one shape every reader of office files gives: a sheet or a table as rows of cells, each with the text a
 * person sees, its hyperlinks and its place. Table import and criteria import stand on it and know no file format.
 */

/** A hyperlink of a cell. `start` and `end` are offsets into the cell's text. */
export interface CellLink {
  /** Where it leads, as written in the file: not normalised, may be anything. */
  readonly target: string;
  /** The words it stands on. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What the file holds under the text: `number` and `date` matter for pages and codes a spreadsheet has converted. */
export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'error';

/** A calendar day kept in a cell, and which parts of it the cell shows (3 May as «03.май» shows no year). */
export interface CellDate {
  readonly year: number;
  /** 1…12. */
  readonly month: number;
  readonly day: number;
  readonly showsDay: boolean;
  readonly showsYear: boolean;
}

export interface Cell {
  /** As a person sees it; lines parted by `\n`, not collapsed: use `collapse` of lib/reference/text. */
  readonly text: string;
  readonly links: readonly CellLink[];
  /** 0-based column of the grid. */
  readonly column: number;
  /** For messages: «Лист1!C7», «таблица 2, строка 5, столбец 3». */
  readonly place: string;
  readonly kind: CellKind;
  /** Raw value of numbers. */
  readonly number: number | null;
  readonly date: CellDate | null;
  /** All the text is bold: one of the signs of a heading. */
  readonly bold: boolean;
  /** Size in rows and columns; more than 1 for a merged cell. */
  readonly rowSpan: number;
  readonly colSpan: number;
  /** The merged cell this place belongs to, when it is not its first one; such a cell has no text of its own. */
  readonly covered: Cell | null;
}

export interface GridRow {
  /** 1-based row in the sheet or table. Rows without anything are left out, so numbers may jump. */
  readonly number: number;
  /** Hidden by a filter or by hand. Hidden rows are data. */
  readonly hidden: boolean;
  /** Dense from column 0 to the last cell with something; may be shorter than other rows. */
  readonly cells: readonly Cell[];
}

/** A line of text outside tables (Word): headings and notes around a table. `level`: 1…9 for heading styles. */
export interface Paragraph {
  readonly text: string;
  readonly level: number | null;
  readonly bold: boolean;
}

export interface Grid {
  /** Name of the sheet, or «Таблица 2». */
  readonly name: string;
  readonly rows: readonly GridRow[];
  /** A sheet of a spreadsheet or a text file; false for tables of a document, which go on from one to the next. */
  readonly sheet: boolean;
  /** Number of columns: the widest row. */
  readonly width: number;
  readonly hiddenColumns: ReadonlySet<number>;
  /** Hidden as a whole (a hidden sheet). */
  readonly hidden: boolean;
  /** A table inside a cell of another table. Its text stands in that cell, too. */
  readonly nested: boolean;
  /** Paragraphs between the table before and this one; empty for spreadsheets. */
  readonly before: readonly Paragraph[];
  /** Paragraphs after the last table of the document; empty for all but the last. */
  readonly after: readonly Paragraph[];
  /** Places where something could not be read, with a text key of `office.table`. */
  readonly notes: readonly GridNote[];
}

export interface GridNote {
  readonly place: string;
  readonly key: 'formula' | 'columns';
}

/** The cell that holds the text shown at this place: the merged cell for a covered one. */
export function shown(cell: Cell): Cell {
  return cell.covered ?? cell;
}

/** «C» for 2, «AA» for 26. */
export function columnName(column: number): string {
  let name = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26))
    name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  return name;
}
