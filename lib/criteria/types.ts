import type { ComponentKind, Pack, PackDirection, PackEntry, PackTrack } from '../model/pack.ts';

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

/** Where headings lead in a pack, as far as they tell. */
export interface PackPlace {
  readonly direction: PackDirection | null;
  /** null: none, unknown, or several of that name. */
  readonly track: PackTrack | null;
  readonly component: ComponentKind | null;
}

/** A pack prepared for matching: built once, used for every form. */
export interface PackIndex {
  readonly pack: Pack;
  readonly entries: readonly PackEntry[];
  byId(id: string): PackEntry | null;
  /** Aligns positions in page order with the pack; null where nothing fits. */
  match(positions: readonly Matchable[]): readonly (Match | null)[];
  /** What headings mean in this pack; null when they say nothing. */
  place(path: readonly string[]): PackPlace | null;
  /** Full-text search through criteria. */
  search(query: string, limit: number): readonly PackEntry[];
}
