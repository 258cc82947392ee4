import { FindingsTab } from '../../../components/panel/findings-tab.tsx';
import { Notice } from '../../../components/ui/notice.tsx';
import { t } from '../../../lib/i18n.ts';
import { findingCount, findingGroups, packTraining } from './check.ts';

/** What the rules say of the table before anything is written. */
export function CheckStep() {
  return (
    <section class="stack">
      <h2>{t('import.step.check')}</h2>
      {packTraining.value && <Notice tone="doubtful">{t('import.trainingPack')}</Notice>}
      {findingCount.value === 0 && <p>{t('import.noFindingsBefore')}</p>}
      {findingCount.value > 0 && (
        <details>
          <summary>{t('panel.findings', { n: findingCount.value })}</summary>
          <FindingsTab groups={findingGroups.value} />
        </details>
      )}
    </section>
  );
}
