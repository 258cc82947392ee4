import { t } from '../../lib/i18n.ts';
import { placeText } from '../../lib/reference/place.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

export interface MatchedPosition {
  /** Index in the table. */
  readonly index: number;
  readonly path: readonly string[];
  readonly text: string;
  readonly place: string;
  /** Position of the form; null: none. One that is not sure is only proposed. */
  readonly target: string | null;
  readonly sure: boolean;
  /** The user has chosen. */
  readonly said: boolean;
  /** Another part of the form, not shown so far, may have it. */
  readonly waits: boolean;
}

export interface Target {
  readonly id: string;
  readonly label: string;
}

interface MatchedProps {
  positions: readonly MatchedPosition[];
  targets: readonly Target[];
  onTarget: (index: number, id: string | null) => void;
}

/** Positions of the table against those of the form: the sure ones counted, the others to be chosen or left out. */
export function Matched({ positions, targets, onTarget }: MatchedProps) {
  const found = positions.filter(({ sure, target }) => sure && target !== null).length;
  const open = positions.filter(({ sure, said, waits }) => (!sure || said) && !waits);
  const unsaid = open.filter(({ said }) => !said).length;
  const waiting = positions.filter(({ waits }) => waits);
  return (
    <div class="stack">
      <p>{t('import.matched', { n: found, total: positions.length })}</p>
      {found === positions.length && <Notice tone="fine">{t('import.allMatched')}</Notice>}
      {unsaid > 0 && <Notice tone="doubtful">{t('import.confirmMatches', { n: unsaid })}</Notice>}
      <Choices positions={open} targets={targets} onTarget={onTarget} />
      {waiting.length > 0 && (
        <details>
          <summary>{t('import.waiting', { n: waiting.length })}</summary>
          <p class="quiet">{t('import.waitingHint')}</p>
          <Choices positions={waiting} targets={targets} onTarget={onTarget} />
        </details>
      )}
    </div>
  );
}

function Choices({ positions, targets, onTarget }: MatchedProps) {
  if (positions.length === 0) return null;
  return (
    <ul class="plain-list stack">
      {positions.map((position) => (
        <li key={position.index}>
          <p class="quiet">
            {placeText(position.place, t)} · {position.path.join(' › ')}
          </p>
          <p>{position.text}</p>
          <Proposed position={position} targets={targets} onTarget={onTarget} />
          <label class="field">
            <span class="field-label">{t('import.target')}</span>
            <select
              class="input"
              value={position.said ? (position.target ?? '') : position.waits ? 'later' : ''}
              onChange={(event) => onTarget(position.index, event.currentTarget.value || null)}
            >
              {position.waits && <option value="later">{t('import.later')}</option>}
              <option value="">{t('import.noTarget')}</option>
              {targets.map((target) => (
                <option key={target.id} value={target.id}>
                  {target.label}
                </option>
              ))}
            </select>
          </label>
        </li>
      ))}
    </ul>
  );
}

/** The nearest position of the form, to be taken by a press: nothing is written to what nobody is sure of. */
function Proposed({
  position,
  targets,
  onTarget,
}: Omit<MatchedProps, 'positions'> & { position: MatchedPosition }) {
  const { said, target, index } = position;
  const near = said || target === null ? undefined : targets.find(({ id }) => id === target);
  if (!near) return null;
  return (
    <p class="row">
      <span>{t('import.near', { text: near.label })}</span>
      <Button onClick={() => onTarget(index, near.id)}>{t('import.takeNear')}</Button>
    </p>
  );
}
