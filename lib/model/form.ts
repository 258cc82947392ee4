/**
 * The form as plain data. The live page, a saved page and a preparation table all become a `Form`,
 * so matching, rules and reports work alike on all three. Nothing here knows DOM or file formats.
 */

/** `fill`: links can be typed. `review`: the expert's read-only view. */
export type FormMode = 'fill' | 'review';

/** Which assessment: МУМ (municipal) or РУМ (regional). */
export type Mechanism = 'mum' | 'rum';

/** One «строка для ссылки»: a link and its comment. Values are what the fields hold now, untrimmed. */
export interface Row {
  /** Stable while the page lives: position id + index, e.g. `k3f9a1#0`. */
  readonly id: string;
  readonly url: string;
  readonly comment: string;
  /** Document name; only in preparation tables, '' in forms (there it stands in the comment). */
  readonly name: string;
  /** Pages for the experts as written; only in preparation tables, '' in forms. */
  readonly pages: string;
}

/** One «позиция оценивания»: the line that gets points. */
export interface Position {
  /** Identity by meaning (`positionId` in lib/reference/identity): survives re-rendering and reloads. */
  readonly id: string;
  /** Enclosing headings, outermost first: (section,) direction, track, component — those that are there. */
  readonly path: readonly string[];
  /** The position's text alone: no number, points badge, asterisk, hint; white space collapsed. */
  readonly text: string;
  /** Number shown on the page («1.1.2.3»), if any. */
  readonly number: string | null;
  /** Points shown on the page («2 балла»), if any. */
  readonly points: number | null;
  readonly rows: readonly Row[];
  /** 0…1, how sure recognition is. Below `RECOGNISED_FROM` the position is listed as «Не распознано». */
  readonly confidence: number;
  /** Whether a further row can be added on the page; null: not known. */
  readonly canAddRow?: boolean | null;
}

/** Positions less sure than this are shown as not recognised and never written to. */
export const RECOGNISED_FROM = 0.5;

export interface Form {
  readonly mode: FormMode;
  /** null: the page does not tell. */
  readonly mechanism: Mechanism | null;
  readonly positions: readonly Position[];
}

/** True when a row holds a link or a comment. */
export function isFilled(row: Row): boolean {
  return row.url.trim() !== '' || row.comment.trim() !== '';
}
