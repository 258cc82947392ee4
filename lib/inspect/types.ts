import type { RecogniseHints } from '../form/types.ts';
import type { Form } from '../model/form.ts';

/** A row as printed; selectors only where a page has fields. */
export interface PrintedRow {
  url: string;
  comment: string;
  name: string;
  pages: string;
  urlField: string | null;
  commentField: string | null;
}

export interface PrintedPosition {
  path: readonly string[];
  text: string;
  criterion: string | null;
  rows: PrintedRow[];
  scoreField: string | null;
  /** Criteria documents only. */
  criterionText?: string;
  points?: number | null;
}

export interface PrintedFinding {
  rule: string;
  severity: string;
  position: number;
  row: number | null;
  message: string;
  source: string;
}

/** What `inspect --json` prints of a file: /docs and the headless contract give the meaning of each field. */
export interface Printed {
  file: string;
  type: 'form' | 'table' | 'criteria' | 'unknown';
  mode: 'fill' | 'review' | null;
  positions: PrintedPosition[];
  findings: PrintedFinding[];
  /** Criteria documents only. */
  directions?: readonly { code: string; title: string; max: number | null }[];
}

/** What a reader of a file type understood. */
export interface ReadResult {
  readonly type: Printed['type'];
  /** The form or table as plain data: rules and criteria look at it. null for criteria documents and unknown files. */
  readonly form: Form | null;
  /** Same order as `form.positions`. */
  readonly positions: PrintedPosition[];
  readonly directions?: Printed['directions'];
  /** Lines for `--explain`, a list a position. */
  readonly explain?: readonly (readonly string[])[];
  /** For `unknown`: what is wrong, one line for the user. */
  readonly reason?: string;
}

/** One file type. Add a reader by adding a file to lib/inspect and a line to lib/inspect/readers.ts. */
export interface FileReader {
  /** Extensions with the dot, lower case. */
  readonly extensions: readonly string[];
  /** Reads a file already in memory; throws an Error whose message is one line for the user when it cannot be read. */
  read(bytes: Uint8Array, file: string, hints?: RecogniseHints): Promise<ReadResult>;
}
