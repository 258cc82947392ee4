import type { ShownChange } from '../../../components/criteria/changes.tsx';
import { diffPacks, type PackDifference } from '../../../lib/criteria/years.ts';
import { t } from '../../../lib/i18n.ts';
import type { Pack, PackEntry } from '../../../lib/model/pack.ts';

/** What differs between two packs, in words: the pack's own fields first, then its positions. */
export function changesBetween(before: Pack, after: Pack): ShownChange[] {
  return [...ownFields(before, after), ...diffPacks(before, after).map(shown)];
}

function placeOf({ direction, track, component }: PackEntry): string {
  return `${direction.code} › ${track.name} › ${component.name}`;
}

function shown({ kind, before, after, fields }: PackDifference, index: number): ShownChange {
  const entry = (after ?? before) as PackEntry;
  return {
    key: `${kind} ${index}`,
    kind,
    place: placeOf(entry),
    text: entry.position.text,
    fields:
      before && after
        ? fields.map((field) => ({
            name: t(`packs.field.${field}`),
            before: written(before, field),
            after: written(after, field),
          }))
        : [],
  };
}

function written(entry: PackEntry, field: string): string {
  if (field === 'place') return placeOf(entry);
  const value: unknown = entry.position[field as keyof PackEntry['position']] ?? '';
  if (typeof value === 'number') return String(value).replace('.', ',');
  return Array.isArray(value) ? value.join('; ') : String(value);
}

/** Title, dates, phrases and maxima: what a coordinator changes without touching a position. */
function ownFields(before: Pack, after: Pack): ShownChange[] {
  const fields = [
    { name: t('packs.title'), of: (pack: Pack) => pack.title },
    {
      name: t('packs.calendar'),
      of: (pack: Pack) =>
        pack.calendar.map((one) => [one.date, one.what, one.region].filter(Boolean).join(' — ')).join('; '),
    },
    {
      name: t('packs.phrases'),
      of: (pack: Pack) => pack.harmfulPhrases.map(({ phrase }) => phrase).join('; '),
    },
    {
      name: t('packs.maxima'),
      of: (pack: Pack) => pack.directions.map(({ code, max }) => `${code} — ${max ?? '?'}`).join('; '),
    },
  ]
    .map(({ name, of }) => ({ name, before: of(before), after: of(after) }))
    .filter((field) => field.before !== field.after);
  if (fields.length === 0) return [];
  return [{ key: 'pack', kind: 'changed', place: after.title, text: t('packs.ofThePack'), fields }];
}
