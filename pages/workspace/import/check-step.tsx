import { FindingsTab } from '../../../components/panel/findings-tab.tsx';
import { t } from '../../../lib/i18n.ts';
import { findingCount, findingGroups } from './check.ts';

/** What the rules say of the table before anything is written. */
export function CheckStep() {
  return (
    <section class="stack">
      <h2>{t('import.step.check')}</h2>
      <p>
        {findingCount.value === 0
          ? t('import.noFindingsBefore')
          : t('import.findingsBefore', { n: findingCount.value })}
      </p>
      {findingCount.value > 0 && (
        <details>
          <summary>{t('panel.findings', { n: findingCount.value })}</summary>
          <FindingsTab groups={findingGroups.value} />
        </details>
      )}
    </section>
  );
}
