import type { Position } from '../model/form.ts';
import type { Overlay } from '../overlay/types.ts';
import type { Engine } from '../rules/types.ts';
import type { Shown } from './findings.ts';
import type { Hold } from './hold.ts';
import type { Writer } from './insert.ts';
import type { SessionState } from './state.ts';
import type { SessionParts } from './types.ts';

/** What the parts of one session share: each of them is a function that takes the desk. */
export interface Desk {
  readonly parts: SessionParts;
  readonly state: SessionState;
  readonly engine: Engine;
  readonly hold: Hold;
  readonly shown: Shown;
  readonly writer: Writer;
  readonly overlay: Overlay;
  /** Draws these positions anew: marker, field lines, and the card if it is theirs. */
  refresh(positionIds: Iterable<string>): void;
  /** Matches the form with the criteria anew: a pack has changed. */
  rematch(): Promise<void>;
  /** A failed request: says it, or ends the session quietly when the extension is gone. */
  failed(error: unknown): void;
}

/** Position of a row id, and the row's index; null when the page no longer has it. */
export function rowOf(desk: Desk, rowId: string): { position: Position; index: number } | null {
  const position = desk.state.live.position(rowId.slice(0, rowId.lastIndexOf('#')));
  const index = position?.rows.findIndex((row) => row.id === rowId) ?? -1;
  return position && index >= 0 ? { position, index } : null;
}
