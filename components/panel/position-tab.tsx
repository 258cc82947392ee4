import type { ComponentChildren } from 'preact';
import { t } from '../../lib/i18n.ts';
import { Button } from '../ui/button.tsx';
import { Criterion } from './criterion.tsx';
import { FindingItem } from './finding-item.tsx';
import type { ShownPosition } from './types.ts';

interface PositionTabProps {
  /** null: nothing is focused on the form yet. */
  position: ShownPosition | null;
  onReveal: (positionId: string) => void;
  onStep: (by: -1 | 1) => void;
  /** Documents that confirmed the position in other years, a sentence each. */
  history: readonly string[];
  /** The unsure criterion is the right one. */
  onConfirm: () => void;
  /** Choosing another position of the pack; left out where there is no pack. */
  onOther?: () => void;
  /** Search among the pack's positions, while one is being chosen. */
  children?: ComponentChildren;
}

/** The position the user stands at: criterion, what is filled, what is wrong. Follows the focus. */
export function PositionTab(props: PositionTabProps) {
  const { position, onReveal, onStep, onConfirm, onOther } = props;
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
      <Criterion
        card={position.card}
        points={position.points}
        history={props.history}
        onConfirm={onConfirm}
        {...(onOther && { onOther })}
        onReveal={onReveal}
      />
      {props.children}
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
        <h3>
          {position.findings.length > 0
            ? t('panel.findings', { n: position.findings.length })
            : t('panel.noFindings')}
        </h3>
        <ul class="findings">
          {position.findings.map((finding) => (
            <FindingItem key={finding.key} finding={finding} onReveal={onReveal} />
          ))}
        </ul>
      </section>
    </article>
  );
}
