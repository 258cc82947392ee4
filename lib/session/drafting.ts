import { fieldsOf } from '../drafts/differences.ts';
import { readFieldKey } from '../drafts/types.ts';
import { breathe } from '../form/breathe.ts';
import { t } from '../i18n.ts';
import { collapse } from '../reference/text.ts';
import type { Desk } from './desk.ts';

/** What is typed is kept this long after the first keystroke at the latest, in milliseconds (issue: within 2 s). */
const KEEP_MS = 1200;

/** Positions kept by one message. */
const FEW = 50;

export interface Drafting {
  /** These positions hold other values now. */
  changed(positionIds: readonly string[]): void;
  /** Says so when the latest draft holds texts the page does not. */
  offer(): void;
}

/**
 * Keeps what is typed: sent to the background within two seconds and when the page is left, by position, role and row.
 * Restoring many fields starts in the workspace; the page only says that there is something to restore.
 */
export function createDrafting(desk: Desk, signal: AbortSignal): Drafting {
  const { parts, state, overlay, failed } = desk;
  const { site } = parts.owner;
  const tab = crypto.randomUUID();
  const revisions = new Map<string, number>();
  const dirty = new Set<string>();
  const told = new Set<string>();
  let complained = false;
  let cancel: (() => void) | null = null;

  const keep = async (ids: readonly string[]): Promise<void> => {
    const positions = ids.flatMap((id) => state.live.position(id) ?? []);
    if (positions.length === 0) return;
    const login = parts.owner.login();
    const { kept } = await parts.background('drafts.keep', {
      typed: positions.map(({ id, text, path, rows }) => ({
        place: { site, login, positionId: id },
        text,
        path: [...path],
        fields: { ...fieldsOf(rows) },
        tab,
        base: revisions.get(id) ?? 0,
      })),
    });
    let news = false;
    for (const [at, { revision, conflict }] of kept.entries()) {
      const id = positions[at]?.id ?? '';
      revisions.set(id, revision);
      if (!conflict || told.has(id)) continue;
      told.add(id);
      news = true;
    }
    if (news)
      overlay.toast({
        text: t('overlay.twoTabs'),
        action: { label: t('overlay.compare'), id: 'drafts' },
        tone: 'wrong',
      });
  };

  const keepSome = (most: number): void => {
    // Asked here, not for each field that changes: the form as a whole is put together anew after each change.
    if (dirty.size > 0 && state.live.current().mode !== 'fill') dirty.clear();
    const ids = [...dirty].slice(0, most);
    for (const id of ids) dirty.delete(id);
    keep(ids).then(
      () => {
        complained = false;
      },
      (error: unknown) => {
        // Said once, not at every pause in typing; the next keystroke tries again.
        if (!complained) failed(error);
        complained = true;
      },
    );
  };
  /** A whole form that was filled is kept some positions at a time, so that the page answers in between. */
  const flush = async (): Promise<void> => {
    cancel = null;
    for (keepSome(FEW); dirty.size > 0; keepSome(FEW)) await breathe();
  };
  // The last moment: all at once.
  parts.onLeave(() => {
    cancel?.();
    cancel = null;
    keepSome(Number.POSITIVE_INFINITY);
  });
  signal.addEventListener('abort', () => cancel?.());

  let offered = false;
  return {
    changed(ids) {
      for (const id of ids) dirty.add(id);
      // Not moved by further keystrokes: someone who never pauses is kept, too.
      if (dirty.size > 0) cancel ??= parts.setTimer(() => void flush(), KEEP_MS);
    },
    offer() {
      if (state.live.current().mode !== 'fill') return;
      parts
        .background('drafts.list', { site, login: parts.owner.login() })
        .then(({ drafts }) => {
          let count = 0;
          for (const { positionId, revision, fields } of drafts) {
            const position = state.live.position(positionId);
            if (!position || revisions.has(positionId)) continue;
            revisions.set(positionId, revision);
            const differs = Object.entries(fields).some(([key, draft]) => {
              const field = readFieldKey(key);
              const page = field && position.rows[field.row]?.[field.role];
              return draft.trim() !== '' && collapse(page ?? '') !== collapse(draft);
            });
            if (differs) count++;
          }
          if (count === 0 || offered) return;
          offered = true;
          const action = { label: t('overlay.restoreDrafts'), id: 'drafts' as const };
          overlay.toast({ text: t('overlay.draftsFound', { n: count }), action, tone: 'plain' });
        })
        .catch(failed);
    },
  };
}
