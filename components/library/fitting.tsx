import { t } from '../../lib/i18n.ts';
import type { Suggestion } from '../../lib/model/library.ts';
import { formatPages, parsePages } from '../../lib/reference/pages.ts';
import { DocumentList } from './document-list.tsx';

interface FittingProps {
  /** Text of the position documents would go into. */
  position: string;
  offers: readonly Suggestion[];
  useCounts: ReadonlyMap<string, number>;
  canInsert: boolean | 'later';
  onOpen: (id: string) => void;
  onInsert: (id: string) => void;
}

/** Documents for one position, each with its pages there and the reason why it is offered. */
export function Fitting({ position, offers, useCounts, canInsert, onOpen, onInsert }: FittingProps) {
  const note = ({ pages, reason }: Suggestion): string =>
    [formatPages(parsePages(pages).pages) || pages, t(`overlay.reason_${reason}`)]
      .filter(Boolean)
      .join(' · ');
  return (
    <section class="fitting">
      <h2>{t('library.fits')}</h2>
      <p class="quiet fitting-position" title={position}>
        {position}
      </p>
      {offers.length === 0 && <p class="quiet">{t('library.fitsNone')}</p>}
      <DocumentList
        documents={offers.map(({ document }) => document)}
        notes={new Map(offers.map((offer) => [offer.document.id, note(offer)]))}
        useCounts={useCounts}
        canInsert={canInsert}
        label={t('library.fits')}
        onOpen={onOpen}
        onInsert={onInsert}
      />
    </section>
  );
}
