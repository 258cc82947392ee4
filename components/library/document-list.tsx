import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { LibraryDocument } from '../../lib/model/library.ts';
import { DocumentItem } from './document-item.tsx';

interface DocumentListProps {
  documents: readonly LibraryDocument[];
  useCounts: ReadonlyMap<string, number>;
  /** By id, where documents are offered for a reason. */
  notes?: ReadonlyMap<string, string>;
  canInsert: boolean | 'later';
  /** Heading for screen readers: «Недавние» or «Найдено». */
  label: string;
  onOpen: (id: string) => void;
  onInsert: (id: string) => void;
}

/** A list that draws what can be read at once; the rest on demand, so that 10,000 documents cost what 30 do. */
const STEP = 30;

/** Arrow keys go from document to document; Home and End to the first and the last. */
export function stepThrough(event: KeyboardEvent, root: HTMLElement): void {
  const move = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
  if (move === undefined) return;
  const stops = [...root.querySelectorAll<HTMLElement>('[data-step]')];
  const at = stops.indexOf(event.target as HTMLElement);
  if (at < 0) return;
  event.preventDefault();
  stops[Math.min(stops.length - 1, Math.max(0, at + move))]?.focus();
}

/** Documents, best or latest first. */
export function DocumentList(props: DocumentListProps) {
  const { documents, useCounts, label } = props;
  const [shown, setShown] = useState(STEP);
  const list = useRef<HTMLUListElement>(null);
  const first = documents[0]?.id;
  // A new result begins at its top.
  useEffect(() => setShown(STEP), [first, documents.length]);
  return (
    <section aria-label={label}>
      <ul
        class="documents"
        ref={list}
        onKeyDown={(event) => list.current && stepThrough(event, list.current)}
      >
        {documents.slice(0, shown).map((document) => (
          <DocumentItem
            key={document.id}
            document={document}
            uses={useCounts.get(document.id) ?? 0}
            note={props.notes?.get(document.id)}
            canInsert={props.canInsert}
            onOpen={props.onOpen}
            onInsert={props.onInsert}
          />
        ))}
      </ul>
      {documents.length > shown && (
        <button type="button" class="button documents-more" onClick={() => setShown(shown + STEP)}>
          {t('library.more', { n: Math.min(STEP, documents.length - shown) })}
        </button>
      )}
    </section>
  );
}
