import { useEffect } from 'preact/hooks';
import { Filling, type SkippedPosition } from '../../../components/import/filling.tsx';
import { t } from '../../../lib/i18n.ts';
import { leftOver } from '../../../lib/import/left-over.ts';
import { headingsLeft } from './directions.ts';
import { cancel, finish, pause, resume, undo } from './fill.ts';
import { LibraryNote } from './library-note.tsx';
import { saveReport } from './report.ts';
import { awaiting, form, journal, placed, running, session, trouble } from './state.ts';

/** The journal speaks of an earlier load of the form's page. */
function isStale(): boolean {
  const page = form.value?.snapshot.page;
  return page !== undefined && journal.value?.page !== undefined && journal.value.page !== page;
}

function troubleText(): string {
  if (trouble.value === '' || running.value) return '';
  if (trouble.value === 'lost' && awaiting.value === null) return t('import.lostThenPress');
  return t(`import.${trouble.value}`);
}

function skippedPositions(): readonly SkippedPosition[] {
  const now = session.value;
  if (!now) return [];
  return leftOver(now, placed.value).skipped.flatMap((index) => {
    const position = now.positions[index];
    const refused = now.confirmed[index] === null;
    return position ? [{ text: position.text, place: position.place, refused }] : [];
  });
}

/** The filling: how far, what did not take, and the ways on and back. */
export function FillStep() {
  const now = journal.value;
  useEffect(() => {
    if (running.value) return;
    const heading = document.getElementById('fill-step');
    heading?.focus();
  }, []);
  if (!now) return null;
  const titles = new Map(session.value?.targets.map(({ id, text }) => [id, text]));
  const titleOf = (id: string): string => titles.get(id) ?? id;
  return (
    <section class="stack">
      <h2 id="fill-step" tabIndex={-1}>
        {t('import.step.fill')}
      </h2>
      {/* The form answers later than the journal is read: its line keeps its room, the buttons below stay in place. */}
      <p class="quiet">{form.value ? t('import.toForm', { title: form.value.title }) : '\u00a0'}</p>
      <Filling
        journal={now}
        running={running.value}
        trouble={troubleText()}
        skipped={skippedPositions()}
        next={running.value ? '' : (headingsLeft()[0] ?? '')}
        stale={isStale()}
        awaits={awaiting.value !== null}
        titleOf={titleOf}
        onPause={pause}
        onResume={() => void resume()}
        onCancel={() => void cancel()}
        onFinish={() => void finish()}
        onUndo={() => void undo()}
        onReport={() => saveReport(now, titleOf)}
      />
      <LibraryNote />
    </section>
  );
}
