import type { FillJournal, FillRecord, FillStatus } from '../../lib/fill/types.ts';
import { t } from '../../lib/i18n.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

interface FillingProps {
  journal: FillJournal;
  running: boolean;
  /** What went wrong with the connection to the page; '' when nothing did. */
  trouble: string;
  /** Positions of the table that were not found on the page yet: another direction of the form may hold them. */
  left: number;
  titleOf: (positionId: string) => string;
  onPause: () => void;
  onResume: () => void;
  onCancel: () => void;
  onUndo: () => void;
  onReport: () => void;
}

const TROUBLES: readonly FillStatus[] = ['rejected', 'missing', 'edited'];

/** A filling under way, paused or done: how far, what did not take, and the ways on and back. */
export function Filling(props: FillingProps) {
  const { journal, running, trouble } = props;
  const count = (status: FillStatus): number => journal.records.filter((r) => r.status === status).length;
  const total = journal.records.length;
  const handled = total - count('waiting');
  const problems = journal.records.filter((record) => TROUBLES.includes(record.status));
  const written = count('written') + count('unchanged');
  const ended = journal.state === 'undone' || journal.state === 'cancelled';
  const goesOn = !running && !ended && (journal.state !== 'done' || props.left > 0);
  return (
    <div class="stack" aria-live="polite">
      <progress class="progress" value={handled} max={Math.max(1, total)} aria-label={t('import.progress')} />
      <p>
        {t('import.progressText', { done: handled, total })} {t('import.writtenText', { n: written })}
      </p>
      {trouble && (
        <Notice tone="wrong" live>
          {trouble}
        </Notice>
      )}
      {journal.state === 'undone' && (
        <Notice tone="fine">{t('import.undone', { n: count('undone') })}</Notice>
      )}
      {journal.state === 'done' && problems.length === 0 && props.left === 0 && (
        <Notice tone="fine">{t('import.done', { n: written })}</Notice>
      )}
      {journal.state === 'paused' && count('missing') > 0 && !running && (
        <Notice tone="doubtful">{t('import.notOnPage', { n: count('missing') })}</Notice>
      )}
      {!running && props.left > 0 && !ended && (
        <Notice tone="doubtful">{t('import.otherDirections', { n: props.left })}</Notice>
      )}
      <div class="row">
        {running && <Button onClick={props.onPause}>{t('import.pause')}</Button>}
        {goesOn && (
          <Button look="primary" onClick={props.onResume}>
            {t('import.resume')}
          </Button>
        )}
        {!running && journal.state === 'paused' && (
          <Button onClick={props.onCancel}>{t('import.cancel')}</Button>
        )}
        {!running && written > 0 && journal.state !== 'undone' && (
          <Button onClick={props.onUndo}>{t('import.undo')}</Button>
        )}
        {!running && handled > 0 && <Button onClick={props.onReport}>{t('import.report')}</Button>}
      </div>
      {problems.length > 0 && <Problems records={problems} titleOf={props.titleOf} />}
    </div>
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
