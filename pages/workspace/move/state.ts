import { computed, signal } from '@preact/signals';
import type { MovedLine, MoveProblems } from '../../../components/workspace/move-form.tsx';
import type { FillPlan } from '../../../lib/fill/types.ts';
import type { LibraryDocument } from '../../../lib/model/library.ts';
import { endOf, movedAddress, parseMove } from '../../../lib/reference/move.ts';
import type { FormTab } from '../form-tab.ts';

/** What the page «Адреса» works on. */
export const from = signal('');
export const to = signal('');
export const documents = signal<readonly LibraryDocument[]>([]);
export const form = signal<FormTab | null>(null);

export const move = computed(() => parseMove(from.value, to.value));

/** What is wrong with each end as it was typed; empty ones are not typed yet. */
export const problems = computed<MoveProblems>(() => {
  const [old, fresh] = [from.value, to.value].map((text) => ({ said: text.trim() !== '', end: endOf(text) }));
  return {
    from: old?.said === true && old.end === null ? 'address' : null,
    to:
      fresh?.said === true && fresh.end === null
        ? 'address'
        : old?.end && fresh?.end?.href === old.end.href
          ? 'same'
          : null,
  };
});

/** Library documents the move touches. */
export const movedDocuments = computed<readonly MovedLine[]>(() => {
  const now = move.value;
  if (!now) return [];
  return documents.value.flatMap(({ id, title, address }) => {
    const moved = movedAddress(address, now);
    return moved === null ? [] : [{ key: id, title, old: address, moved }];
  });
});

/** Link fields of the form the move touches, as a plan of replacements. */
export const plan = computed<FillPlan>(() => {
  const now = move.value;
  const positions = form.value?.snapshot.form.positions ?? [];
  if (!now) return { items: [], noRoom: [] };
  const items = positions.flatMap((position) =>
    position.rows.flatMap((row, rowIndex) => {
      const incoming = movedAddress(row.url, now);
      const id = `${position.id}#${rowIndex}:url`;
      const place = { id, positionId: position.id, rowIndex, field: 'url' as const, old: row.url };
      return incoming === null ? [] : [{ ...place, incoming, action: 'replace' as const }];
    }),
  );
  return { items, noRoom: [] };
});

export const movedFields = computed<readonly MovedLine[]>(() => {
  const texts = new Map(form.value?.snapshot.form.positions.map(({ id, text }) => [id, text]));
  return plan.value.items.map(({ id, positionId, old, incoming }) => ({
    key: id,
    title: texts.get(positionId) ?? '',
    old,
    moved: incoming,
  }));
});
