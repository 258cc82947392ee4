import { useEffect } from 'preact/hooks';
import { ChooseFiles } from '../../../components/import/choose-files.tsx';
import { Steps } from '../../../components/import/steps.tsx';
import { Understood } from '../../../components/import/understood.tsx';
import { t } from '../../../lib/i18n.ts';
import { CheckStep } from './check-step.tsx';
import { DifferenceStep } from './difference-step.tsx';
import { FillStep } from './fill-step.tsx';
import { refreshForm } from './find-form.ts';
import { chooseColumn, columns, onFiles, onPaste } from './given.ts';
import { MatchStep } from './match-step.tsx';
import { MergeNotes } from './merge-notes.tsx';
import { StartBar } from './start-bar.tsx';
import { busy, files, form, journal, ready, running, session } from './state.ts';
import { takeUpLast } from './take-up.ts';
import { understood } from './understood.ts';

const STEPS = ['file', 'understood', 'match', 'check', 'difference', 'fill'];

function currentStep(): string {
  if (journal.value) return 'fill';
  if (!session.value) return 'file';
  return form.value ? 'difference' : 'match';
}

/**
 * The page «Импорт таблицы»: from a file to a filled form in one confirmed step. Steps stand one below the other, and
 * what starts the filling stands at the window's edge, where nothing that arrives above can move it.
 */
export default function ImportPage() {
  useEffect(() => {
    void takeUpLast().then(() => !busy.value && refreshForm());
  }, []);
  const planning = session.value && ready.value && !journal.value;
  return (
    <>
      <Steps steps={STEPS} current={currentStep()} />
      <ChooseFiles
        accept=".xlsx,.docx,.csv,.tsv,.ods"
        label={t('import.choose')}
        hint={t('import.hint')}
        busy={busy.value}
        compact={files.value.length > 0 || journal.value !== null}
        locked={running.value}
        onFiles={onFiles}
        onPaste={onPaste}
      />
      {files.value.length > 0 && (
        <section class="stack">
          <h2>{t('import.step.understood')}</h2>
          <Understood files={files.value.map(understood)} columns={columns.value} onColumn={chooseColumn} />
          <MergeNotes />
        </section>
      )}
      {planning && <MatchStep />}
      {planning && <CheckStep />}
      {planning && form.value && <DifferenceStep />}
      {planning && form.value && <StartBar />}
      {journal.value && <FillStep />}
    </>
  );
}
