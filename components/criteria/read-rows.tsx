import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import { Button } from '../ui/button.tsx';

export interface ShownRow {
  /** Index of the row in its document. */
  readonly index: number;
  readonly path: readonly string[];
  readonly text: string;
  readonly criterion: string;
  readonly points: number | null;
  readonly place: string;
}

export interface RowActions {
  onMend: (index: number, fields: { text?: string; criterion?: string; points?: number | null }) => void;
  onSplit: (index: number, at: number) => void;
  onJoin: (index: number) => void;
  onReparent: (index: number, path: readonly string[]) => void;
  onDrop: (index: number) => void;
}

interface ReadRowsProps extends RowActions {
  rows: readonly ShownRow[];
  /** All headings of the document, for moving a row. */
  paths: readonly (readonly string[])[];
}

const PORTION = 60;

/** What was read, row by row, each mendable before anything is saved. */
export function ReadRows({ rows, paths, ...actions }: ReadRowsProps) {
  const [shown, setShown] = useState(PORTION);
  return (
    <div class="stack">
      <ol class="plain-list stack">
        {rows.slice(0, shown).map((row) => (
          <Row key={`${row.index} ${row.place}`} row={row} paths={paths} {...actions} />
        ))}
      </ol>
      {rows.length > shown && (
        <Button onClick={() => setShown(shown + PORTION)}>
          {t('import.more', { n: rows.length - shown })}
        </Button>
      )}
    </div>
  );
}

interface RowProps extends RowActions {
  row: ShownRow;
  paths: readonly (readonly string[])[];
}

function Row({ row, paths, ...actions }: RowProps) {
  const [caret, setCaret] = useState(0);
  const path = row.path.join(' › ');
  return (
    <li class="pack-row">
      <p class="quiet">
        {row.place} · {path}
      </p>
      <div class="pack-row-fields">
        <label class="field">
          <span class="field-label">{t('packs.position')}</span>
          <textarea
            class="input"
            rows={rowsFor(row.text)}
            value={row.text}
            onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
            onChange={(event) => actions.onMend(row.index, { text: event.currentTarget.value })}
          />
        </label>
        <label class="field">
          <span class="field-label">{t('panel.criterion')}</span>
          <textarea
            class="input"
            rows={rowsFor(row.criterion)}
            value={row.criterion}
            onChange={(event) => actions.onMend(row.index, { criterion: event.currentTarget.value })}
          />
        </label>
        <label class="field pack-points">
          <span class="field-label">{t('packs.points')}</span>
          <input
            class="input"
            inputMode="decimal"
            value={row.points ?? ''}
            onChange={(event) => actions.onMend(row.index, { points: pointsOf(event.currentTarget.value) })}
          />
        </label>
      </div>
      <div class="row">
        <Button onClick={() => actions.onSplit(row.index, caret)}>{t('packs.split')}</Button>
        <Button disabled={row.index === 0} onClick={() => actions.onJoin(row.index)}>
          {t('packs.join')}
        </Button>
        <Button onClick={() => actions.onDrop(row.index)}>{t('packs.drop')}</Button>
        <label class="row pack-move">
          <span class="field-label">{t('packs.moveTo')}</span>
          <select
            class="input"
            value={path}
            onChange={(event) => {
              const chosen = paths[event.currentTarget.selectedIndex];
              if (chosen) actions.onReparent(row.index, chosen);
            }}
          >
            {paths.map((one) => (
              <option key={one.join(' › ')} value={one.join(' › ')}>
                {one.join(' › ')}
              </option>
            ))}
          </select>
        </label>
      </div>
    </li>
  );
}

/** «1,5» and «2» are numbers; anything else is «not known». */
function pointsOf(text: string): number | null {
  const number = Number(text.trim().replace(',', '.'));
  return text.trim() === '' || !Number.isFinite(number) || number < 0 ? null : number;
}

/** Lines a text takes, two at least and six at most: nothing short is hidden. */
function rowsFor(text: string): number {
  const lines = text.split('\n').reduce((sum, line) => sum + 1 + Math.floor(line.length / 60), 0);
  return Math.min(6, Math.max(2, lines));
}
