/** What a preparation table says, read from any office file. Plain data. */

/** What a column holds; `ignore`: known and of no use here (responsible person, points). */
export type ColumnRole =
  | 'position'
  | 'url'
  | 'name'
  | 'pages'
  | 'comment'
  | 'section'
  | 'direction'
  | 'track'
  | 'component'
  | 'number'
  | 'ignore';

export interface TableColumn {
  /** Sheet or table. */
  readonly grid: string;
  readonly column: number;
  /** As written; '' when the column has no header. */
  readonly header: string;
  /** Key by which a choice for this header is remembered. */
  readonly key: string;
  /** null: not understood; shown to the user, who can choose. */
  readonly role: ColumnRole | null;
  readonly hidden: boolean;
  /** Up to three values, to recognise the column by. */
  readonly samples: readonly string[];
}

export interface TableRow {
  readonly url: string;
  readonly comment: string;
  readonly name: string;
  readonly pages: string;
  /** Cell of the link, or the first cell with something. */
  readonly place: string;
  /** Hidden in the file by a filter or by hand; data all the same. */
  readonly hidden: boolean;
}

export interface TablePosition {
  /** Headings, outermost first. */
  readonly path: readonly string[];
  readonly text: string;
  /** Its number in the table («1.1.2.3»), '' if none. */
  readonly number: string;
  readonly rows: readonly TableRow[];
  readonly place: string;
}

export type WarningKey =
  | 'formula'
  | 'columns'
  | 'pages-restored'
  | 'pages-number'
  | 'link-differs'
  | 'not-in-step'
  | 'text-in-link'
  | 'no-position'
  | 'unknown-column'
  | 'hidden-rows'
  | 'hidden-sheet';

/** Something a person should look at; text: `office.table.<key>` with `params`. */
export interface TableWarning {
  readonly key: WarningKey;
  readonly place: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface TableResult {
  readonly positions: readonly TablePosition[];
  readonly columns: readonly TableColumn[];
  readonly warnings: readonly TableWarning[];
}

/** Roles chosen by the user for headers that were not understood, or understood wrongly: by `TableColumn.key`. */
export type ColumnChoices = Readonly<Record<string, ColumnRole>>;
