/** A preparation table as import sees it: what lib/office/table reads, without the file's own matters. */

export interface TableRow {
  readonly url: string;
  readonly comment: string;
  readonly name: string;
  readonly pages: string;
  /** Where it stands: «Лист1!C7», «таблица 2, строка 5». */
  readonly place: string;
}

export interface TablePosition {
  readonly path: readonly string[];
  readonly text: string;
  readonly rows: readonly TableRow[];
  readonly place: string;
}

/** One file of one colleague. */
export interface ImportedTable {
  readonly file: string;
  readonly positions: readonly TablePosition[];
}

/** A row with the file it came from and the comment it will have in the form. */
export interface MergedRow extends TableRow {
  readonly file: string;
  /** Name, pages and comment joined into one «Комментарий к документу». */
  readonly fullComment: string;
}

export interface MergedPosition {
  readonly path: readonly string[];
  readonly text: string;
  readonly rows: readonly MergedRow[];
  /** Where the position stands first. */
  readonly place: string;
  readonly file: string;
}

/** Two files say different things of one link in one position: both rows are kept, the user decides. */
export interface MergeConflict {
  readonly position: MergedPosition;
  readonly first: MergedRow;
  readonly second: MergedRow;
}
