import { t } from '../../lib/i18n.ts';
import type { LibraryDocument } from '../../lib/model/library.ts';

interface DocumentItemProps {
  document: LibraryDocument;
  /** Number of positions it is used in. */
  uses: number;
  /** Stands first in the second line: why it is offered, its pages here. */
  note?: string | undefined;
  /** Inserting is offered where a form that can be filled stands in the tab; `later`: its room is kept. */
  canInsert: boolean | 'later';
  onOpen: (id: string) => void;
  onInsert: (id: string) => void;
}

/** Second line of a document: what tells it apart, and what an expert will need. */
export function facts(document: LibraryDocument, uses: number): string {
  const parts: string[] = [];
  if (document.number !== '' && !document.title.includes(document.number))
    parts.push(`№\u00a0${document.number}`);
  if (document.date !== '' && !document.title.includes(document.date)) parts.push(document.date);
  if (document.pageCount !== null) parts.push(t('library.pages', { n: document.pageCount }));
  if (document.access.kind !== 'open') parts.push(t(`library.access.${document.access.kind}`));
  parts.push(uses > 0 ? t('library.uses', { n: uses }) : t('library.unused'));
  return parts.join(' · ');
}

/** A document in the list: two lines, opened by its title. */
export function DocumentItem({ document, uses, note, canInsert, onOpen, onInsert }: DocumentItemProps) {
  return (
    <li class="document">
      <button type="button" class="document-open" data-step onClick={() => onOpen(document.id)}>
        <span class="document-title" title={document.title}>
          {document.title || document.address}
        </span>
        <span class="quiet">{[note, facts(document, uses)].filter(Boolean).join(' · ')}</span>
      </button>
      {canInsert && (
        <button
          type="button"
          class={`button document-insert${canInsert === 'later' ? ' document-insert-later' : ''}`}
          aria-label={t('library.insertNamed', { title: document.title })}
          onClick={() => onInsert(document.id)}
        >
          {t('library.insert')}
        </button>
      )}
    </li>
  );
}
