import { t } from '../../lib/i18n.ts';

export interface ShownChange {
  readonly key: string;
  readonly kind: 'added' | 'changed' | 'removed';
  /** Headings of the position. */
  readonly place: string;
  readonly text: string;
  /** What became of which field: «Баллы: 1 → 2». */
  readonly fields: readonly { readonly name: string; readonly before: string; readonly after: string }[];
}

/** More would not be read; the counts above say how many there are. */
const MOST = 200;
const ORDER = { changed: 0, added: 1, removed: 2 } as const;

/** What differs between two packs: how many, and which positions, each with its fields before and after. */
export function Changes({ changes, folded = false }: { changes: readonly ShownChange[]; folded?: boolean }) {
  const count = (kind: ShownChange['kind']): number =>
    changes.filter((change) => change.kind === kind).length;
  if (changes.length === 0) return <p>{t('packs.noChanges')}</p>;
  return (
    <>
      <p>
        {t('packs.changes', {
          added: count('added'),
          changed: count('changed'),
          removed: count('removed'),
        })}
      </p>
      <details open={!folded && changes.length <= 10}>
        <summary>{t('packs.whatChanges')}</summary>
        <ul class="plain-list stack pack-changes">
          {[...changes]
            .sort((a, b) => ORDER[a.kind] - ORDER[b.kind])
            .slice(0, MOST)
            .map((change) => (
              <li key={change.key}>
                <p class="quiet">{change.place}</p>
                <p>
                  <b>{t(`packs.change.${change.kind}`)}</b> {change.text}
                </p>
                {change.fields.map(({ name, before, after }) => (
                  <p key={name}>
                    {name}: {before !== '' && <del>{before}</del>} {after !== '' && <ins>{after}</ins>}
                  </p>
                ))}
              </li>
            ))}
        </ul>
      </details>
    </>
  );
}
