import { t } from '../../lib/i18n.ts';
import { Notice } from '../ui/notice.tsx';

export interface MatchedPosition {
  /** Index in the table. */
  readonly index: number;
  readonly path: readonly string[];
  readonly text: string;
  readonly place: string;
  /** Chosen position of the form; null: none. */
  readonly target: string | null;
  readonly sure: boolean;
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

/** Positions of the table against those of the form: the sure ones counted, the others to be confirmed or chosen. */
export function Matched({ positions, targets, onTarget }: MatchedProps) {
  const open = positions.filter((position) => !position.sure);
  const sure = positions.length - open.length;
  return (
    <div class="stack">
      <p>{t('import.matched', { n: sure, total: positions.length })}</p>
      {open.length === 0 ? (
        <Notice tone="fine">{t('import.allMatched')}</Notice>
      ) : (
        <>
          <Notice tone="doubtful">{t('import.confirmMatches', { n: open.length })}</Notice>
          <ul class="plain-list stack">
            {open.map((position) => (
              <li key={position.index}>
                <p class="quiet">
                  {position.place} · {position.path.join(' › ')}
                </p>
                <p>{position.text}</p>
                <label class="field">
                  <span class="field-label">{t('import.target')}</span>
                  <select
                    class="input"
                    value={position.target ?? ''}
                    onChange={(event) => onTarget(position.index, event.currentTarget.value || null)}
                  >
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
        </>
      )}
    </div>
  );
}
