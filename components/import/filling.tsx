import type { FillJournal, FillRecord, FillStatus } from '../../lib/fill/types.ts';
import { t } from '../../lib/i18n.ts';
import { placeText } from '../../lib/reference/place.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

/** A position of the table that was not transferred. */
export interface SkippedPosition {
  readonly text: string;
  /** Where it stands in the file. */
  readonly place: string;
  /** The user said so; the others just were not found. */
  readonly refused: boolean;
}

/** How many of them are named. */
const NAMED = 20;

interface FillingProps {
  journal: FillJournal;
  running: boolean;
  /** What went wrong with the connection to the page; '' when nothing did. */
  trouble: string;
  /** Positions of the table that go nowhere: those the user left out, and those the form does not have. */
  skipped: readonly SkippedPosition[];
  /** Heading of the part of the form that is to be opened next; '' when no part is known to be missing. */
  next: string;
  /** The form's page was loaded anew since: what the site has not kept is gone from it. */
  stale: boolean;
  /** The filling goes on by itself as soon as the form is there again, or the next part of it. */
  awaits: boolean;
  titleOf: (positionId: string) => string;
  onPause: () => void;
  onResume: () => void;
  onCancel: () => void;
  /** Ends the waiting for parts of the form that are not there. */
  onFinish: () => void;
  onUndo: () => void;
  onReport: () => void;
}

const TROUBLES: readonly FillStatus[] = ['rejected', 'missing', 'edited'];

/**
 * A filling under way, paused or done: how far, what did not take, and the ways on and back. The buttons keep their
 * places whatever happens, and stand above everything that comes and goes.
 */
export function Filling(props: FillingProps) {
  const { journal, running, trouble } = props;
  const count = (status: FillStatus): number => journal.records.filter((r) => r.status === status).length;
  const total = journal.records.length;
  const handled = total - count('waiting');
  const problems = journal.records.filter((record) => TROUBLES.includes(record.status));
  const written = count('written') + count('unchanged');
  const ended = journal.state === 'undone' || journal.state === 'cancelled';
  const waits = props.next !== '' && !running && !ended;
  const unfinished = journal.state !== 'done' || props.stale || waits;
  // What was not found may stand on another page of the form: the filling is over all the same.
  const goesOn = !running && !ended && (unfinished || props.skipped.some(({ refused }) => !refused));
  return (
    <div class="stack">
      <progress class="progress" value={handled} max={Math.max(1, total)} aria-label={t('import.progress')} />
      <p>
        {journal.state === 'undone'
          ? t('import.undoneText', { total })
          : `${t('import.progressText', { done: handled, total })} ${t('import.writtenText', { n: written })}`}
      </p>
      <div class="row">
        {goesOn ? (
          <Button look={unfinished ? 'primary' : 'plain'} onClick={props.onResume}>
            {t('import.resume')}
          </Button>
        ) : (
          <Button disabled={!running} onClick={props.onPause}>
            {t('import.pause')}
          </Button>
        )}
        <Button
          disabled={running || count('written') === 0 || journal.state === 'undone'}
          onClick={props.onUndo}
        >
          {t('import.undo')}
        </Button>
        <Button disabled={running || handled === 0} onClick={props.onReport}>
          {t('import.report')}
        </Button>
        {journal.state === 'done' && waits ? (
          <Button onClick={props.onFinish}>{t('import.finish')}</Button>
        ) : (
          <Button disabled={running || journal.state !== 'paused'} onClick={props.onCancel}>
            {t('import.cancel')}
          </Button>
        )}
      </div>
      <div class="stack" aria-live="polite">
        <State {...props} written={written} problems={problems.length} undone={count('undone')} />
        {trouble && <Notice tone="wrong">{trouble}</Notice>}
        {!running && !ended && !waits && <Skipped positions={props.skipped} />}
      </div>
      {problems.length > 0 && <Problems records={problems} titleOf={props.titleOf} />}
    </div>
  );
}

interface StateProps extends FillingProps {
  written: number;
  problems: number;
  undone: number;
}

/** What a pause or the end means, in a sentence, with the next step. */
function State(props: StateProps) {
  const { journal, running, next, awaits, trouble, written, problems, undone } = props;
  if (running || trouble) return null;
  const { state } = journal;
  if (state === 'undone') return <Notice tone="fine">{t('import.undone', { n: undone })}</Notice>;
  if (state === 'cancelled') return <Notice>{t('import.cancelled', { n: written })}</Notice>;
  if (props.stale) return <Notice tone="doubtful">{t('import.reloaded')}</Notice>;
  if (next !== '')
    return (
      <Notice tone="doubtful">
        {t(awaits ? 'import.openNext' : 'import.openNextThenPress', { heading: next })}{' '}
        {state === 'done' && t('import.orFinish')}
      </Notice>
    );
  if (state === 'done' && problems === 0)
    return <Notice tone="fine">{t('import.done', { n: written })}</Notice>;
  if (state === 'done') return <Notice tone="doubtful">{t('import.doneBut', { n: problems })}</Notice>;
  return null;
}

/** What the table has and the form did not get, by name: the rest is up to the user. */
function Skipped({ positions }: { positions: readonly SkippedPosition[] }) {
  if (positions.length === 0) return null;
  const open = positions.some(({ refused }) => !refused);
  return (
    <Notice tone="doubtful">
      <p>{t('import.skipped', { n: positions.length })}</p>
      <ul>
        {positions.slice(0, NAMED).map(({ text, place }) => (
          <li key={`${place} ${text}`}>
            {text} <span class="quiet">({placeText(place, t)})</span>
          </li>
        ))}
      </ul>
      {positions.length > NAMED && <p>{t('import.skippedMore', { n: positions.length - NAMED })}</p>}
      {open && <p>{t('import.skippedWhat')}</p>}
    </Notice>
  );
}

function Problems({ records, titleOf }: { records: readonly FillRecord[]; titleOf: (id: string) => string }) {
  return (
    <div class="table-scroll">
      <table class="table">
        <caption class="quiet">{t('import.problems', { n: records.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('import.position')}</th>
            <th scope="col">{t('import.field')}</th>
            <th scope="col">{t('import.result')}</th>
          </tr>
        </thead>
        <tbody>
          {records.slice(0, 500).map(({ item, status, reason }) => (
            <tr key={item.id}>
              <td>{titleOf(item.positionId)}</td>
              <td>
                {t(`import.fieldName.${item.field}`)} {item.rowIndex + 1}
              </td>
              <td>
                {t(`import.status.${status}`)}
                {reason && `: ${t(reason)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
