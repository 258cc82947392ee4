import type { FieldMarks, FieldMarkView } from './types.ts';

interface Entry {
  readonly marks: FieldMarks;
  /** null: not asked for yet. */
  made: readonly FieldMarkView[] | null;
}

/** Marks of fields by position: what they say is asked for when one of the position's fields comes into the window. */
export interface MarkBook {
  /** False: there were none and there are none. */
  set(positionId: string, marks: FieldMarks | null): boolean;
  /** Forgets all other positions. */
  keepOnly(positionIds: ReadonlySet<string>): void;
  /** Marks of the positions that have a field in the window; only of these where it is known which can have one. */
  inWindow(height: number, positionIds?: Iterable<string>): FieldMarkView[];
}

/** An empty book. */
export function createMarkBook(): MarkBook {
  const entries = new Map<string, Entry>();
  return {
    set(id, marks) {
      if (!marks) return entries.delete(id);
      entries.set(id, { marks, made: null });
      return true;
    },
    keepOnly(ids) {
      for (const id of entries.keys()) if (!ids.has(id)) entries.delete(id);
    },
    inWindow(height, ids = entries.keys()) {
      const out: FieldMarkView[] = [];
      if (entries.size === 0) return out;
      for (const id of ids) {
        const entry = entries.get(id);
        if (!entry || entry.made?.length === 0 || !isInWindow(entry.marks, height)) continue;
        entry.made ??= entry.marks.views();
        out.push(...entry.made);
      }
      return out;
    },
  };
}

/** Its first and last field tell it, unless one of them is not drawn: then all are asked. */
function isInWindow(marks: FieldMarks, height: number): boolean {
  const boxes = marks.ends().map(drawn);
  const [first, last] = boxes;
  if (first && last)
    return Math.min(first.top, last.top) <= height && Math.max(first.bottom, last.bottom) >= 0;
  return marks.fields().some((field) => {
    const box = drawn(field);
    return box !== null && box.top <= height && box.bottom >= 0;
  });
}

function drawn(field: HTMLElement | null): DOMRect | null {
  const box = field?.getBoundingClientRect();
  return box && (box.width > 0 || box.height > 0) ? box : null;
}
