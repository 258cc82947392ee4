import type { Pack, PackEntry } from '../model/pack.ts';

/** What matching needs to know of a position; forms, tables and other packs give it alike. */
export interface Matchable {
  readonly path: readonly string[];
  readonly text: string;
}

export interface Match {
  readonly entry: PackEntry;
  /** 0…1. Below `CERTAIN_FROM` the match is shown for confirmation. */
  readonly certainty: number;
  /** How it was found: `exact`, `alias`, `typo`, `prefix`, `place`, `confirmed`. */
  readonly how: string;
}

/** A pack prepared for matching: built once, used for every form. */
export interface PackIndex {
  readonly pack: Pack;
  readonly entries: readonly PackEntry[];
  byId(id: string): PackEntry | null;
  /** Aligns positions in page order with the pack; null where nothing fits. */
  match(positions: readonly Matchable[]): readonly (Match | null)[];
  /** Full-text search through criteria. */
  search(query: string, limit: number): readonly PackEntry[];
}
