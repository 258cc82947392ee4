import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';

/** One address before and after the move. */
export interface MovedLine {
  readonly key: string;
  readonly title: string;
  readonly old: string;
  readonly moved: string;
}

/** What keeps an end of the move from being used; null: nothing. */
export interface MoveProblems {
  readonly from: 'address' | null;
  readonly to: 'address' | 'same' | null;
}

interface MoveFormProps {
  from: string;
  to: string;
  problems: MoveProblems;
  /** Whether both ends are addresses and differ. */
  valid: boolean;
  documents: readonly MovedLine[];
  fields: readonly MovedLine[];
  /** Whether a form is open in another tab. */
  formOpen: boolean;
  busy: boolean;
  done: string;
  trouble: string;
  canUndo: boolean;
  onFrom: (value: string) => void;
  onTo: (value: string) => void;
  onApply: () => void;
  onUndo: () => void;
}

/** The site moved: what changes in library and form, then one button, then one undo. */
export function MoveForm(props: MoveFormProps) {
  const count = props.documents.length + props.fields.length;
  return (
    <div class="stack">
      <p>{t('move.about')}</p>
      <End
        label={t('move.from')}
        value={props.from}
        placeholder="http://old.example.ru/docs"
        problem={props.problems.from}
        onValue={props.onFrom}
      />
      <End
        label={t('move.to')}
        value={props.to}
        placeholder="https://new.example.ru/documents"
        problem={props.problems.to}
        onValue={props.onTo}
      />
      {!props.formOpen && <p class="quiet">{t('move.noForm')}</p>}
      {props.valid && count === 0 && !props.done && <Notice>{t('move.nothing')}</Notice>}
      {props.done && (
        <Notice tone="fine" live>
          {props.done}
        </Notice>
      )}
      {props.trouble && (
        <Notice tone="wrong" live>
          {props.trouble}
        </Notice>
      )}
      <div class="row">
        <Button look="primary" disabled={!props.valid || count === 0 || props.busy} onClick={props.onApply}>
          {count > 0 ? t('move.apply', { n: count }) : t('move.applyNone')}
        </Button>
        {props.canUndo && (
          <Button disabled={props.busy} onClick={props.onUndo}>
            {t('move.undo')}
          </Button>
        )}
      </div>
      <Lines title={t('move.documents', { n: props.documents.length })} lines={props.documents} />
      <Lines title={t('move.fields', { n: props.fields.length })} lines={props.fields} />
    </div>
  );
}

interface EndProps {
  label: string;
  value: string;
  placeholder: string;
  problem: 'address' | 'same' | null;
  onValue: (value: string) => void;
}

/** One address; what is wrong with it is said when the field is left, not while it is being typed. */
function End({ problem, onValue, ...field }: EndProps) {
  const [left, setLeft] = useState(false);
  return (
    <div
      onFocusOut={() => setLeft(true)}
      onFocusIn={() => {
        if (problem === null) setLeft(false);
      }}
    >
      <TextField
        {...field}
        onValue={onValue}
        {...(left && problem && { error: t(`move.problem.${problem}`, { example: field.placeholder }) })}
      />
    </div>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly MovedLine[] }) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <div class="table-scroll">
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{t('move.what')}</th>
              <th scope="col">{t('move.old')}</th>
              <th scope="col">{t('move.new')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.slice(0, 500).map((line) => (
              <tr key={line.key}>
                <td>{line.title}</td>
                <td>{line.old}</td>
                <td>{line.moved}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {lines.length > 500 && <p class="quiet">{t('move.more', { n: lines.length - 500 })}</p>}
    </section>
  );
}
