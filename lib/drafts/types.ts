import type { FieldRole } from '../model/finding.ts';

/** Whose position a draft is of: by meaning, never by field names, which change with the layout. */
export interface DraftPlace {
  /** Host of the site. */
  readonly site: string;
  /** The municipality, told by the login (`reg01_mmu_02`); '' when the page does not show it. */
  readonly login: string;
  readonly positionId: string;
}

/** Values of a position's fields, by `fieldKey`. */
export type DraftFields = Readonly<Record<string, string>>;

/** One state of a position: what was typed in it between `since` and `at`. */
export interface DraftVersion {
  readonly revision: number;
  /** Tab that typed it: an id that lives as long as the page. */
  readonly tab: string;
  readonly since: string;
  readonly at: string;
  readonly fields: DraftFields;
}

/** Everything kept of a position: versions, newest first. */
export interface DraftRecord extends DraftPlace {
  readonly v: 1;
  /** To show it, also when the form has changed. */
  readonly text: string;
  readonly path: readonly string[];
  readonly versions: readonly DraftVersion[];
}

/** What a tab has typed into a position. */
export interface Typed {
  readonly place: DraftPlace;
  readonly text: string;
  readonly path: readonly string[];
  readonly fields: DraftFields;
  readonly tab: string;
  /** Revision this tab has last seen of the position; 0: none. */
  readonly base: number;
}

export interface Kept {
  /** Revision now stored; 0 when drafts are switched off. */
  readonly revision: number;
  /** What another tab typed that this one has not seen. Both versions are kept. */
  readonly conflict: DraftVersion | null;
}

/** Said to every page of the extension when a draft has changed. */
export interface DraftNews {
  readonly place: DraftPlace;
  readonly revision: number;
  readonly tab: string;
}

/** The drafts' store, opened by the background: content scripts cannot reach it and send what is typed. */
export interface Drafts {
  keep(typed: Typed): Promise<Kept>;
  get(place: DraftPlace): Promise<DraftRecord | null>;
  /** All drafts of a site and a municipality. */
  list(site: string, login: string): Promise<readonly DraftRecord[]>;
  all(): Promise<readonly DraftRecord[]>;
  /** Throws away what was not touched since the expiry; gives the number of positions. */
  expire(now?: Date): Promise<number>;
  /** Erases the drafts of a place, a municipality, a site, or all. */
  erase(which?: Partial<DraftPlace>): Promise<number>;
  /** Replaces everything: for restoring a backup. One transaction. */
  replaceAll(records: readonly DraftRecord[]): Promise<void>;
  onChange(listener: (news: DraftNews) => void, signal: AbortSignal): void;
  close(): void;
}

/** Key of a field inside a position: its role and the place of its row. */
export function fieldKey(role: FieldRole, row: number): string {
  return `${role}#${row}`;
}

/** The other way round; null for a key of another make. */
export function readFieldKey(key: string): { role: FieldRole; row: number } | null {
  const match = /^(url|comment)#(\d{1,4})$/.exec(key);
  return match ? { role: match[1] as FieldRole, row: Number(match[2]) } : null;
}
