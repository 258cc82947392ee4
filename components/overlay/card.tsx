import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { CardView } from '../../lib/overlay/types.ts';
import { CardFindings } from './card-findings.tsx';
import { CardCycle, CardOffers, CardRows } from './card-parts.tsx';
import { Floating } from './floating.tsx';
import { format } from './marker-label.ts';
import type { OverlayUi } from './store.ts';

/** Everything about one position: criterion, place in the cycle, findings with fixes, documents that fit. */
export function Card({ view, ui }: { view: CardView; ui: OverlayUi }) {
  const scroll = useRef<HTMLDivElement>(null);
  const found = view.findings.length > 0;
  // After the card found its place and its height: under a long text the finding may still be out of sight.
  useLayoutEffect(() => {
    const box = scroll.current;
    const first = box?.querySelector<HTMLElement>('.finding');
    if (!box || !first) return;
    const below = first.getBoundingClientRect().bottom - box.getBoundingClientRect().bottom;
    if (below > 0) box.scrollTop += Math.min(below, first.offsetTop - box.offsetTop);
  }, [view.positionId, found]);
  return (
    <Floating
      class="card"
      label={t('overlay.card', { name: view.text })}
      subject={view.positionId}
      spot={ui.cardSpot}
      focus
      onEscape={ui.closeCard}
    >
      <header>
        <span class="quiet">{view.path.join(' › ')}</span>
        <button
          type="button"
          class="icon"
          aria-label={t('overlay.close')}
          onClick={(event) => ui.trusted(event) && ui.closeCard()}
        >
          ×
        </button>
      </header>
      <div ref={scroll} class="scroll">
        <h2>{view.text}</h2>
        {/* First: a marker that says «● 1» was pressed to see it. */}
        <CardFindings key={view.positionId} positionId={view.positionId} findings={view.findings} ui={ui} />
        <Criterion view={view} ui={ui} />
        <CardCycle steps={view.cycle} ui={ui} />
        <CardRows rows={view.rows} />
        <CardOffers positionId={view.positionId} offers={view.offers} ui={ui} />
      </div>
    </Floating>
  );
}

function Criterion({ view, ui }: { view: CardView; ui: OverlayUi }) {
  return (
    <section>
      <div class="line">
        <h3>{t('overlay.criterion')}</h3>
        {view.points !== null && (
          <span class="points">{t('overlay.points', { n: view.points, points: format(view.points) })}</span>
        )}
      </div>
      {view.criterion === null ? (
        <p class="quiet">{t('overlay.loading')}</p>
      ) : (
        view.criterion !== '' && <p class="text">{view.criterion}</p>
      )}
      {view.confirm !== '' && (
        <div class="note">
          <p>
            {t('overlay.unsure')} <q>{view.confirm}</q>
          </p>
          <button
            type="button"
            class="button"
            onClick={(event) => ui.honest(event) && ui.actions.confirmCriterion(view.positionId)}
          >
            {t('overlay.confirm')}
          </button>
          <p class="quiet">{t('overlay.unsure_other')}</p>
        </div>
      )}
      {view.notes.map((note) => (
        <p key={note} class="note">
          {note}
        </p>
      ))}
      {view.advice !== '' && (
        <p class="text">
          <b>{t('overlay.advice')}</b> {view.advice}
        </p>
      )}
      {view.changes.length > 0 && (
        <>
          <h3>{t('criteria.changed.title')}</h3>
          {view.changes.map((line) => (
            <p key={line} class="text">
              {line}
            </p>
          ))}
        </>
      )}
      {view.history.map((line) => (
        <p key={line} class="text">
          {line}
        </p>
      ))}
      {view.mistakes.length > 0 && (
        <details>
          <summary>{t('overlay.mistakes')}</summary>
          <ul>
            {view.mistakes.map((mistake) => (
              <li key={mistake}>{mistake}</li>
            ))}
          </ul>
        </details>
      )}
      {view.source !== '' && <p class="quiet">{view.source}</p>}
    </section>
  );
}
