import { z } from 'zod';
import type { Dismissal } from '../model/finding.ts';
import type { Area } from './area.ts';

/** «Не замечание, потому что …»: what the user said, kept in `storage.local`, the newest last. */

const KEY = 'dismissals';
/** A form has some 350 positions; more than this many are old years' and the oldest go. */
const MOST = 5000;

const schema = z.object({
  rule: z.string(),
  positionId: z.string(),
  rowIndex: z.number().nullable(),
  subject: z.string(),
  reason: z.string(),
  at: z.string(),
});

export interface DismissalStore {
  all(): Promise<readonly Dismissal[]>;
  /** Keeps one; an earlier one of the same rule, position and row is replaced. */
  keep(dismissal: Dismissal): Promise<void>;
  forget(which: Pick<Dismissal, 'rule' | 'positionId' | 'rowIndex'>): Promise<void>;
}

/** Opens the dismissals; entries that cannot be read are left out, not thrown away. Writes follow one another. */
export function openDismissals(area: Area): DismissalStore {
  let queue: Promise<unknown> = Promise.resolve();
  const raw = async (): Promise<unknown[]> => {
    const stored = (await area.get(KEY))[KEY];
    return Array.isArray(stored) ? stored : [];
  };
  const edit = (change: (list: unknown[]) => unknown[]): Promise<void> => {
    const next = queue.then(async () => area.set({ [KEY]: change(await raw()).slice(-MOST) }));
    queue = next.catch(() => undefined);
    return next;
  };
  const about = (entry: unknown, which: Pick<Dismissal, 'rule' | 'positionId' | 'rowIndex'>): boolean => {
    const read = schema.safeParse(entry);
    return (
      read.success &&
      read.data.rule === which.rule &&
      read.data.positionId === which.positionId &&
      read.data.rowIndex === which.rowIndex
    );
  };
  return {
    async all() {
      return (await raw()).flatMap((entry) => {
        const read = schema.safeParse(entry);
        return read.success ? [read.data] : [];
      });
    },
    keep: (dismissal) => edit((list) => [...list.filter((entry) => !about(entry, dismissal)), dismissal]),
    forget: (which) => edit((list) => list.filter((entry) => !about(entry, which))),
  };
}
