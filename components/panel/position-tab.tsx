import { t } from '../../lib/i18n.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { FindingItem } from './finding-item.tsx';
import type { ShownCard, ShownPosition } from './types.ts';

interface PositionTabProps {
  /** null: nothing is focused on the form yet. */
  position: ShownPosition | null;
  onReveal: (positionId: string) => void;
  onStep: (by: -1 | 1) => void;
  /** The unsure criterion is the right one. */
  onConfirm: () => void;
}

/** The position the user stands at: criterion, what is filled, what is wrong. Follows the focus. */
export function PositionTab({ position, onReveal, onStep, onConfirm }: PositionTabProps) {
  if (!position) return <p class="quiet">{t('panel.noPosition')}</p>;
  const filled = position.rows.filter((row) => row.url.trim() !== '');
  return (
    <article class="stack">
      <header>
        {/* First, because texts differ in length: who steps through the form presses in one place. */}
        <div class="row position-steps">
          <Button onClick={() => onStep(-1)}>{t('panel.previous')}</Button>
          <Button onClick={() => onStep(1)}>{t('panel.next')}</Button>
          <Button look="link" onClick={() => onReveal(position.id)}>
            {t('panel.goTo')}
          </Button>
        </div>
        <p class="quiet">{position.path.join(' › ')}</p>
        <h2 class="position-text">
          {position.number && `${position.number} `}
          {position.text}
        </h2>
      </header>
      <Criterion card={position.card} points={position.points} onConfirm={onConfirm} />
      <section>
        <h3>{t('panel.links', { n: filled.length })}</h3>
        {filled.length === 0 ? (
          <p class="quiet">{t('panel.noLinks')}</p>
        ) : (
          <ol class="links">
            {filled.map((row, index) => (
              <li key={`${index}-${row.url}`}>
                <span class="address">{row.url}</span>
                {row.comment && <span class="quiet"> {row.comment}</span>}
              </li>
            ))}
          </ol>
        )}
      </section>
      <section>
        <h3>{t('panel.findings', { n: position.findings.length })}</h3>
        <ul class="findings">
          {position.findings.map((finding) => (
            <FindingItem key={finding.key} finding={finding} onReveal={onReveal} />
          ))}
        </ul>
      </section>
    </article>
  );
}

interface CriterionProps {
  card: ShownCard | null | undefined;
  points: number | null;
  onConfirm: () => void;
}

function Criterion({ card, points, onConfirm }: CriterionProps) {
  const worth = card?.points ?? points;
  return (
    <section>
      <h3 class="criterion-head">
        <span>{t('panel.criterion')}</span>
        {worth !== null && <span>{t('panel.points', { n: worth })}</span>}
      </h3>
      {card === undefined && <p class="quiet">{t('panel.loading')}</p>}
      {card === null && <p>{t('panel.noCriterion')}</p>}
      {card && (
        <>
          {card.unsure && (
            <Notice tone="doubtful">
              <p>{t('panel.unsure', { text: card.unsure })}</p>
              <Button onClick={onConfirm}>{t('panel.confirm')}</Button>
            </Notice>
          )}
          {card.packNote && <Notice tone="doubtful">{card.packNote}</Notice>}
          <p>{card.criterion || t('panel.noCriterionText')}</p>
          {card.advice && <p>{card.advice}</p>}
          {card.mistakes.length > 0 && (
            <>
              <h3>{t('panel.mistakes')}</h3>
              <ul>
                {card.mistakes.map((mistake) => (
                  <li key={mistake}>{mistake}</li>
                ))}
              </ul>
            </>
          )}
          {card.earlier && <p>{card.earlier}</p>}
          <p class="quiet">{t('panel.source', { source: card.source })}</p>
        </>
      )}
    </section>
  );
}
