import type { SubtotalLevel } from './subtotal.ts';

/** One position as a criteria document shows it. */
export interface ReadCriterion {
  /** Direction, track, component: those that are there. */
  readonly path: readonly string[];
  /** Stem and item together, without the number. */
  text: string;
  /** Number printed before it, '' without one. */
  readonly number: string;
  criterion: string;
  /** Maximum points; null when the document names none. */
  points: number | null;
  note: string;
  /** «Лист1!C7», «таблица 2, строка 5», «с. 3, строка 4». */
  readonly place: string;
}

export interface ReadDirection {
  readonly code: string;
  readonly title: string;
  /** As the document states it, else the sum of its positions. */
  max: number | null;
  /** The maximum stands in the document. */
  stated: boolean;
}

/** A subtotal of the document beside the sum of what was read. */
export interface SumCheck {
  readonly level: SubtotalLevel;
  /** Direction or section code, name of the track or component; '' for the whole. */
  readonly name: string;
  /** Headings down to the track or component it speaks of; empty for the others. */
  readonly path: readonly string[];
  readonly stated: number;
  readonly sum: number;
  readonly place: string;
  readonly ok: boolean;
}

/** What was understood of one criteria document. */
export interface CriteriaDocument {
  readonly file: string;
  readonly positions: readonly ReadCriterion[];
  readonly directions: readonly ReadDirection[];
  /** Subtotals found, in the document's order. */
  readonly checks: readonly SumCheck[];
}
