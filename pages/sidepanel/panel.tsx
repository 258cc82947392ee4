import { useEffect, useState } from 'preact/hooks';
import { FindingsTab } from '../../components/panel/findings-tab.tsx';
import { MapTab } from '../../components/panel/map-tab.tsx';
import { ReviewTab } from '../../components/panel/review-tab.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Notice } from '../../components/ui/notice.tsx';
import { Tabs } from '../../components/ui/tabs.tsx';
import { t } from '../../lib/i18n.ts';
import { mapOf, progressOf } from '../../lib/progress/map.ts';
import { reviewOf } from '../../lib/progress/review.ts';
import { groupFindings } from '../../lib/progress/shown.ts';
import { SearchSection } from '../workspace/criteria/search-section.tsx';
import { refresh } from '../workspace/criteria/store.ts';
import { current, reveal, type Snapshot, showParts, snapshot, startFollowing } from './follow-form.ts';
import { LibraryTab } from './library-tab.tsx';
import { PositionPanel } from './position-panel.tsx';

const TABS = ['position', 'findings', 'map', 'library', 'criteria'] as const;
/** An expert's: points first, and no library to insert from. */
const REVIEW_TABS = ['review', 'position', 'findings', 'map', 'criteria'] as const;

/** The side panel: the form of the tab in front, seen from beside. Library and criteria are there without a form, too. */
export function Panel() {
  const [chosen, setTab] = useState<string | null>(null);
  useEffect(startFollowing, []);
  const form = snapshot.value;
  const tabs: readonly string[] = form?.form.mode === 'review' ? REVIEW_TABS : TABS;
  const tab = chosen !== null && tabs.includes(chosen) ? chosen : (tabs[0] ?? 'position');
  return (
    <main class="panel">
      <StateLine form={form} />
      <Tabs
        label={t('panel.tabs')}
        tabs={tabs.map((id) => ({ id, label: t(`panel.tab.${id}`) }))}
        current={tab}
        onSelect={setTab}
      />
      <div role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}`}>
        {tab === 'library' && <LibraryTab />}
        {tab === 'criteria' && <CriteriaTab packId={form?.packId ?? null} />}
        {tab !== 'library' && tab !== 'criteria' && <FormTab form={form} tab={tab} />}
      </div>
    </main>
  );
}

/** What is about the form itself. */
function FormTab({ form, tab }: { form: Snapshot | null | undefined; tab: string }) {
  if (form === undefined) return <p class="quiet">{t('panel.loading')}</p>;
  if (form === null) return <NoForm />;
  if (tab === 'review')
    return (
      <ReviewTab
        review={reviewOf(form.form.positions, form.scores ?? {})}
        current={current.value}
        onReveal={(id) => void reveal(id)}
      >
        <PositionPanel form={form} />
      </ReviewTab>
    );
  if (tab === 'position') return <PositionPanel form={form} />;
  if (tab === 'findings')
    return <FindingsTab groups={groupFindings(form.form.positions, form.findings)} onReveal={reveal} />;
  return <MapTab map={mapOf(form.form, form.findings, form.criteria)} onReveal={reveal} />;
}

function NoForm() {
  return (
    <>
      <Notice>{t('panel.noForm')}</Notice>
      <p>
        <Button onClick={() => void showParts()}>{t('calibrate.show')}</Button>
      </p>
    </>
  );
}

/** Search through all criteria, the form's own pack first. */
function CriteriaTab({ packId }: { packId: string | null }) {
  useEffect(() => void refresh(), []);
  return (
    <div class="stack">
      <SearchSection preferred={packId} />
    </div>
  );
}

/** One line in any case, so that the tabs below stay where they are. */
function StateLine({ form }: { form: Snapshot | null | undefined }) {
  if (!form)
    return (
      <h1 class="panel-state">{t(form === undefined ? 'library.state.asking' : 'library.state.none')}</h1>
    );
  const { filled, total, findings } = progressOf(form.form, form.findings);
  const name = t(`panel.${form.form.mechanism ?? 'form'}`);
  return (
    <h1 class="panel-state">
      {t('panel.state', { form: name, filled, n: total })} ·{' '}
      {findings > 0 ? t('panel.findings', { n: findings }) : t('panel.clean')}
    </h1>
  );
}
