import { t } from '../../lib/i18n.ts';
import type { CycleStep, OfferView, RowView } from '../../lib/overlay/types.ts';
import { signOf } from './marker-label.ts';
import type { OverlayUi } from './store.ts';

/** The management cycle of the track: each step with its state; steps on this page are one press away. */
export function CardCycle({ steps, ui }: { steps: readonly CycleStep[]; ui: OverlayUi }) {
  if (steps.length < 2) return null;
  const state = (step: CycleStep) => (step.state === 'absent' ? '' : signOf(step.state));
  return (
    <nav class="cycle" aria-label={t('overlay.cycle')}>
      {steps.map((step, index) => (
        <span key={`${index}-${step.name}`}>
          {index > 0 && (
            <span class="quiet" aria-hidden="true">
              {' → '}
            </span>
          )}
          {step.current || step.positionId === null ? (
            <span class={step.current ? 'current' : 'quiet'} aria-current={step.current ? 'step' : undefined}>
              {step.name} {state(step)}
            </span>
          ) : (
            <button
              type="button"
              class="link"
              aria-label={t(`overlay.step_${step.state}`, { name: step.name })}
              onClick={(event) => ui.trusted(event) && step.positionId && ui.openCard(step.positionId, null)}
            >
              {step.name} {state(step)}
            </button>
          )}
        </span>
      ))}
    </nav>
  );
}

/** Documents of the library that fit here. */
export function CardOffers(props: { positionId: string; offers: readonly OfferView[]; ui: OverlayUi }) {
  if (props.offers.length === 0) return null;
  return (
    <section>
      <h3>{t('overlay.offers')}</h3>
      {props.offers.map((offer) => (
        <div key={offer.key} class="offer">
          <span>
            {offer.title}
            <span class="quiet"> {offer.note}</span>
          </span>
          <button
            type="button"
            class="button"
            aria-label={t('overlay.insert_named', { name: offer.title })}
            onClick={(event) =>
              props.ui.honest(event) && props.ui.actions.insertFromCard(props.positionId, offer.key)
            }
          >
            {t('overlay.insert')}
          </button>
        </div>
      ))}
    </section>
  );
}

/** Review: what the municipality gave, each page one press away. */
export function CardRows({ rows }: { rows: readonly RowView[] }) {
  if (rows.length === 0) return null;
  const away = { target: '_blank', rel: 'noopener noreferrer' };
  return (
    <section>
      <h3>{t('overlay.documents')}</h3>
      {rows.map((row) => (
        <div key={row.label} class="given">
          <b>{row.label}</b>
          {row.comment !== '' && <p class="text">{row.comment}</p>}
          {row.href && (
            <p>
              {t('overlay.open_at')}{' '}
              {row.pages.map((page) => (
                <a key={page.href} href={page.href} {...away}>
                  {page.label}
                </a>
              ))}
              <a href={row.href} {...away} aria-label={t('overlay.whole_named', { name: row.label })}>
                {t('overlay.whole')}
              </a>
            </p>
          )}
        </div>
      ))}
    </section>
  );
}
