import { LIMITS, OfficeError } from './errors.ts';
import type { Cell, CellDate, CellKind, CellLink, Grid, GridNote, GridRow, Paragraph } from './grid.ts';

/** What a reader knows of one cell when it meets it. */
export interface CellDraft {
  text: string;
  links?: readonly CellLink[];
  kind?: CellKind;
  number?: number | null;
  date?: CellDate | null;
  bold?: boolean;
}

export interface GridBuilder {
  /** Puts a cell; `row` and `column` are 0-based. Cells without text are passed over. */
  cell(row: number, column: number, draft: CellDraft): void;
  hideRow(row: number): void;
  hideColumn(column: number): void;
  merge(row: number, column: number, rows: number, columns: number): void;
  /** The table is at least this wide, whatever its cells hold. */
  widen(columns: number): void;
  note(note: GridNote): void;
  build(): Grid;
}

export interface GridOptions {
  readonly name: string;
  readonly place: (row: number, column: number) => string;
  /** A table of a document, not a sheet. */
  readonly document?: boolean;
  readonly hidden?: boolean;
  readonly nested?: boolean;
  readonly before?: readonly Paragraph[];
}

interface Merge {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Collects cells into a `Grid`; keeps only rows with something in them, so a sheet formatted down to its millionth
 * row costs nothing. Throws `OfficeError` for too many rows with content and for a cell too long to be read.
 */
export function gridBuilder(options: GridOptions): GridBuilder {
  const rows = new Map<number, Mutable<Cell>[]>();
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  const merges: Merge[] = [];
  const notes: GridNote[] = [];
  let widest = 0;

  function make(row: number, column: number, draft: CellDraft, covered: Cell | null): Mutable<Cell> {
    return {
      text: draft.text,
      links: draft.links ?? [],
      column,
      place: options.place(row, column),
      kind: draft.kind ?? 'text',
      number: draft.number ?? null,
      date: draft.date ?? null,
      bold: draft.bold ?? false,
      rowSpan: 1,
      colSpan: 1,
      covered,
    };
  }

  function cell(row: number, column: number, draft: CellDraft): void {
    if (draft.text === '') return;
    if (draft.text.length > LIMITS.cell)
      throw new OfficeError('long-cell', { place: options.place(row, column) });
    if (column >= LIMITS.columns) {
      if (draft.text.trim() !== '' && notes.length < 100)
        notes.push({ place: options.place(row, column), key: 'columns' });
      return;
    }
    let cells = rows.get(row);
    if (!cells) {
      if (draft.text.trim() === '') return;
      if (rows.size >= LIMITS.rows) throw new OfficeError('too-many-rows', { limit: LIMITS.rows });
      cells = [];
      rows.set(row, cells);
    }
    cells[column] = make(row, column, draft, null);
  }

  function applyMerges(): void {
    const numbers = [...rows.keys()].sort((a, b) => a - b);
    const first = (row: number): number => {
      let low = 0;
      let high = numbers.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((numbers[middle] as number) < row) low = middle + 1;
        else high = middle;
      }
      return low;
    };
    for (const merge of merges) {
      if (merge.column >= LIMITS.columns) continue;
      const columns = Math.min(merge.columns, LIMITS.columns - merge.column);
      const head = rows.get(merge.row)?.[merge.column] ?? make(merge.row, merge.column, { text: '' }, null);
      if (head.covered || head.rowSpan > 1 || head.colSpan > 1) continue;
      head.rowSpan = merge.rows;
      head.colSpan = columns;
      for (let i = first(merge.row); i < numbers.length; i++) {
        const row = numbers[i] as number;
        if (row >= merge.row + merge.rows) break;
        const cells = rows.get(row) as Mutable<Cell>[];
        for (let column = merge.column; column < merge.column + columns; column++)
          cells[column] =
            row === merge.row && column === merge.column ? head : make(row, column, { text: '' }, head);
      }
    }
  }

  function build(): Grid {
    applyMerges();
    const out: GridRow[] = [];
    let width = widest;
    for (const row of [...rows.keys()].sort((a, b) => a - b)) {
      const sparse = rows.get(row) as Mutable<Cell>[];
      const cells = Array.from(sparse, (cell, column) => cell ?? make(row, column, { text: '' }, null));
      width = Math.max(width, cells.length);
      out.push({ number: row + 1, hidden: hiddenRows.has(row), cells });
    }
    return {
      name: options.name,
      rows: out,
      sheet: !(options.document ?? false),
      width,
      hiddenColumns,
      hidden: options.hidden ?? false,
      nested: options.nested ?? false,
      before: options.before ?? [],
      after: [],
      notes,
    };
  }

  return {
    cell,
    hideRow: (row) => void hiddenRows.add(row),
    hideColumn: (column) => void (column < LIMITS.columns && hiddenColumns.add(column)),
    merge: (row, column, height, width) => {
      if ((height > 1 || width > 1) && merges.length < LIMITS.rows)
        merges.push({ row, column, rows: height, columns: width });
    },
    widen: (columns) => {
      widest = Math.max(widest, Math.min(columns, LIMITS.columns));
    },
    note: (note) => void (notes.length < 100 && notes.push(note)),
    build,
  };
}
