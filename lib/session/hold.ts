import type { Finding } from '../model/finding.ts';
import { isAddressWhole } from '../reference/address.ts';
import { findingKey } from './state.ts';

/** Something after the host: a bare host is nearly always the beginning of a longer address. */
const HAS_PATH = /^\s*(?:https?:\/\/)?[^/\s]+\/[^\s]/i;

/** A pause this long, in milliseconds, means the person has stopped typing. */
export const PAUSE_MS = 700;

/**
 * When a warning about the row being typed may speak: after a pause, when the field is left, after a paste, or as soon
 * as the address can be whole. What is already shown stays until it is mended; findings about the position as a whole
 * come at once. Knows time only through the timer it is given.
 */
export interface Hold {
  typed(rowId: string, pasted: boolean): void;
  left(): void;
  /** May this finding be shown now? `value`: what the field holds. */
  allows(finding: Finding, value: string): boolean;
  /** These findings of a position are on screen. */
  shown(positionId: string, findings: readonly Finding[]): void;
}

/** `onRelease` is called when what was held back may be shown. */
export function createHold(
  setTimer: (run: () => void, ms: number) => () => void,
  onRelease: (rowId: string) => void,
): Hold {
  let row: string | null = null;
  let open = true;
  let cancel = () => {};
  let seen = new Set<string>();
  const release = () => {
    cancel();
    if (open) return;
    open = true;
    if (row) onRelease(row);
  };
  return {
    typed(rowId, pasted) {
      cancel();
      if (rowId !== row) {
        if (row !== null) release();
        row = rowId;
        seen = new Set();
      }
      open = pasted;
      if (!pasted) cancel = setTimer(release, PAUSE_MS);
    },
    left() {
      release();
      row = null;
      open = true;
    },
    allows(finding, value) {
      if (open || finding.rowId === null || finding.rowId !== row) return true;
      if (seen.has(findingKey(finding))) return true;
      return finding.field === 'url' && isAddressWhole(value) && HAS_PATH.test(value);
    },
    shown(positionId, findings) {
      if (row === null || row.slice(0, row.lastIndexOf('#')) !== positionId) return;
      seen = new Set(findings.filter((finding) => finding.rowId === row).map(findingKey));
    },
  };
}
