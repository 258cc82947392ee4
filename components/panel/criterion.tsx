import { t } from '../../lib/i18n.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import type { ShownCard } from './types.ts';

interface CriterionProps {
  /** null: none was found; undefined: on its way. */
  card: ShownCard | null | undefined;
  points: number | null;
  /** Documents that confirmed the position in other years, a sentence each. */
  history: readonly string[];
  onConfirm: () => void;
  /** Choosing another position of the pack; left out where there is no pack. */
  onOther?: () => void;
  onReveal: (positionId: string) => void;
}

/** The criterion of a position: what it asks, what it was last year, where it stands in the cycle. */
export function Criterion({ card, points, history, onConfirm, onOther, onReveal }: CriterionProps) {
  const worth = card?.points ?? points;
  return (
    <section>
      <h3 class="criterion-head">
        <span>{t('panel.criterion')}</span>
        {worth !== null && <span>{t('panel.points', { n: worth })}</span>}
      </h3>
      {card === undefined && <p class="quiet">{t('panel.loading')}</p>}
      {card === null && (
        <>
          <p>{t('panel.noCriterion')}</p>
          {onOther && <Button onClick={onOther}>{t('panel.choose')}</Button>}
        </>
      )}
      {card && (
        <>
          {card.unsure && (
            <Notice tone="doubtful">
              <p>{t('panel.unsure', { text: card.unsure })}</p>
              <div class="row">
                <Button onClick={onConfirm}>{t('panel.confirm')}</Button>
                {onOther && <Button onClick={onOther}>{t('panel.other')}</Button>}
              </div>
            </Notice>
          )}
          {card.packNote && <Notice tone="doubtful">{card.packNote}</Notice>}
          <p class="as-written">{card.criterion || t('panel.noCriterionText')}</p>
          {card.advice && (
            <p class="as-written">
              <b>{t('overlay.advice')}</b> {card.advice}
            </p>
          )}
          <Lines title={t('panel.mistakes')} lines={card.mistakes} />
          <Lines title={t('criteria.changed.title')} lines={card.changes} />
          <Cycle steps={card.cycle} onReveal={onReveal} />
        </>
      )}
      {history.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {card && <p class="quiet">{t('panel.source', { source: card.source })}</p>}
    </section>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

/** The track's management cycle; steps on this page are one press away. */
function Cycle({ steps, onReveal }: { steps: ShownCard['cycle']; onReveal: (id: string) => void }) {
  if (steps.length < 2) return null;
  return (
    <nav aria-label={t('overlay.cycle')}>
      <h3>{t('overlay.cycle')}</h3>
      <ol>
        {steps.map(({ name, current, positionId }) => (
          <li key={name} aria-current={current ? 'step' : undefined}>
            {current || positionId === null ? (
              <span class={current ? '' : 'quiet'}>{name}</span>
            ) : (
              <Button look="link" onClick={() => onReveal(positionId)}>
                {name}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
