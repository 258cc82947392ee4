import { useEffect } from 'preact/hooks';
import { Filling } from '../../../components/import/filling.tsx';
import { t } from '../../../lib/i18n.ts';
import { unplaced } from '../../../lib/import/session.ts';
import { cancel, fill, pause, undo } from './fill.ts';
import { saveReport } from './report.ts';
import { form, journal, placed, running, session, trouble } from './state.ts';
import { libraryAdded } from './to-library.ts';

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
  const left = session.value ? unplaced(session.value, placed.value) : 0;
  return (
    <section class="stack">
      <h2 id="fill-step" tabIndex={-1}>
        {t('import.step.fill')}
      </h2>
      {form.value && <p class="quiet">{t('import.toForm', { title: form.value.title })}</p>}
      {libraryAdded.value > 0 && <p>{t('import.libraryAdded', { n: libraryAdded.value })}</p>}
      <Filling
        journal={now}
        running={running.value}
        trouble={trouble.value}
        left={left}
        titleOf={titleOf}
        onPause={pause}
        onResume={() => void fill()}
        onCancel={() => void cancel()}
        onUndo={() => void undo()}
        onReport={() => saveReport(now, titleOf)}
      />
    </section>
  );
}
