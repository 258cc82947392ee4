import { t } from '../../lib/i18n.ts';
import type { LibraryDocument } from '../../lib/model/library.ts';
import { Button } from '../ui/button.tsx';
import { facts } from './document-item.tsx';

interface DuplicatesProps {
  groups: readonly (readonly LibraryDocument[])[];
  useCounts: ReadonlyMap<string, number>;
  /** Ids with the one to keep first. */
  onMerge: (ids: readonly string[]) => void;
}

/** More groups than these are not read at once. */
const SHOWN = 20;

/** Documents that share an address: the user says which one to keep, the others join it. */
export function Duplicates({ groups, useCounts, onMerge }: DuplicatesProps) {
  if (groups.length === 0) return <p>{t('library.duplicates.none')}</p>;
  return (
    <section class="stack" aria-label={t('library.duplicates.title')}>
      <p>{t('library.duplicates.text')}</p>
      {groups.slice(0, SHOWN).map((group) => (
        <div class="group stack" key={group[0]?.id}>
          <p class="quiet">{group[0]?.address}</p>
          <ul class="documents">
            {group.map((document) => (
              <li class="document" key={document.id}>
                <span class="document-open">
                  <span class="document-title">{document.title}</span>
                  <span class="quiet">{facts(document, useCounts.get(document.id) ?? 0)}</span>
                </span>
                <Button
                  aria-label={t('library.duplicates.keepNamed', { title: document.title })}
                  onClick={() => onMerge([document.id, ...others(group, document.id)])}
                >
                  {t('library.duplicates.keep')}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {groups.length > SHOWN && (
        <p class="quiet">{t('library.duplicates.more', { n: groups.length - SHOWN })}</p>
      )}
    </section>
  );
}

function others(group: readonly LibraryDocument[], id: string): string[] {
  return group.filter((document) => document.id !== id).map((document) => document.id);
}
