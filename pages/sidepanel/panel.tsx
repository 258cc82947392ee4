import { useEffect, useState } from 'preact/hooks';
import { FindingsTab } from '../../components/panel/findings-tab.tsx';
import { MapTab } from '../../components/panel/map-tab.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Notice } from '../../components/ui/notice.tsx';
import { Tabs } from '../../components/ui/tabs.tsx';
import { t } from '../../lib/i18n.ts';
import { mapOf, progressOf } from '../../lib/progress/map.ts';
import { groupFindings } from '../../lib/progress/shown.ts';
import { SearchSection } from '../workspace/criteria/search-section.tsx';
import { refresh } from '../workspace/criteria/store.ts';
import { reveal, type Snapshot, showParts, snapshot, startFollowing } from './follow-form.ts';
import { LibraryTab } from './library-tab.tsx';
import { PositionPanel } from './position-panel.tsx';

const TABS = ['position', 'findings', 'map', 'library', 'criteria'] as const;

/** The side panel: the form of the tab in front, seen from beside. Library and criteria are there without a form, too. */
export function Panel() {
  const [tab, setTab] = useState<string>('position');
  useEffect(startFollowing, []);
  const form = snapshot.value;
  return (
    <main class="panel">
      <StateLine form={form} />
      <Tabs
        label={t('panel.tabs')}
        tabs={TABS.map((id) => ({ id, label: t(`panel.tab.${id}`) }))}
        current={tab}
        onSelect={setTab}
      />
      <div role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}`}>
        {tab === 'library' && <LibraryTab />}
        {tab === 'criteria' && <CriteriaTab />}
        {tab !== 'library' && tab !== 'criteria' && <FormTab form={form} tab={tab} />}
      </div>
    </main>
  );
}

/** What is about the form itself. */
function FormTab({ form, tab }: { form: Snapshot | null | undefined; tab: string }) {
  if (form === undefined) return <p class="quiet">{t('panel.loading')}</p>;
  if (form === null) return <NoForm />;
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

/** Search through all criteria. */
function CriteriaTab() {
  useEffect(() => void refresh(), []);
  return (
    <div class="stack">
      <SearchSection />
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
      {t('panel.state', { form: name, filled, total })} · {t('panel.findings', { n: findings })}
    </h1>
  );
}
