import type { ComponentChildren } from 'preact';
import { t } from '../../lib/i18n.ts';
import { nextWithoutScore, type ReviewState } from '../../lib/progress/review.ts';
import { Button } from '../ui/button.tsx';

interface ReviewTabProps {
  review: ReviewState;
  /** Position the expert stands at. */
  current: string | null;
  onReveal: (positionId: string) => void;
  /** The position's criterion and documents. */
  children: ComponentChildren;
}

/** How many positions have their points, the way to the next without, and the criterion of the one at hand. */
export function ReviewTab({ review, current, onReveal, children }: ReviewTabProps) {
  const { positions, done } = review;
  if (positions.length === 0) return <p class="quiet">{t('panel.review.none')}</p>;
  const next = nextWithoutScore(review, current);
  return (
    <div class="stack">
      <p aria-live="polite">
        {next === null ? t('panel.review.all') : t('panel.review.left', { done, n: positions.length })}
      </p>
      {next !== null && (
        <p>
          <Button look="primary" onClick={() => onReveal(next)}>
            {t('panel.review.next')}
          </Button>
        </p>
      )}
      {children}
      <details>
        <summary>{t('panel.review.list')}</summary>
        <ul class="plain-list stack">
          {positions.map(({ id, text, score }) => (
            <li key={id}>
              <Button look="link" onClick={() => onReveal(id)}>
                {score === '' ? t('panel.review.empty', { text }) : t('panel.review.scored', { text, score })}
              </Button>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
