import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../../components/ui/button.tsx';
import { Notice } from '../../../components/ui/notice.tsx';
import { Tabs } from '../../../components/ui/tabs.tsx';
import { t } from '../../../lib/i18n.ts';
import { onPacksChange } from '../../../lib/packs/packs.ts';
import { EditPack } from './edit.tsx';
import { ImportSection } from './import-section.tsx';
import { ListSection } from './list-section.tsx';
import { SearchSection } from './search-section.tsx';
import { message } from './state.ts';
import { refresh } from './store.ts';
import { YearsSection } from './years-section.tsx';

const TABS = ['list', 'import', 'search', 'years'] as const;

/** Id of the pack in `#criteria/edit/<id>`; '' elsewhere. */
const edited = (): string => decodeURIComponent(/^#criteria\/edit\/(.+)$/.exec(location.hash)?.[1] ?? '');

/** The section `#criteria/<section>` names, if any. */
const linked = (): string | undefined => TABS.find((tab) => location.hash === `#criteria/${tab}`);

/** The page «Критерии»: packs, their import from official documents, search, and how years differ. */
export default function CriteriaPage() {
  const [tab, setTab] = useState<string>(() => linked() ?? 'list');
  const [editing, setEditing] = useState(edited);
  useEffect(() => {
    void refresh();
    const gone = new AbortController();
    onPacksChange(() => void refresh(), gone.signal);
    const onHash = (): void => {
      setEditing(edited());
      setTab((now) => linked() ?? now);
    };
    addEventListener('hashchange', onHash);
    return () => {
      gone.abort();
      removeEventListener('hashchange', onHash);
    };
  }, []);
  return (
    <>
      {message.value && (
        <Notice tone={message.value.tone} live>
          {message.value.text}{' '}
          {message.value.undo && (
            <Button look="link" onClick={() => void message.value?.undo?.()}>
              {t('packs.undo')}
            </Button>
          )}
        </Notice>
      )}
      {editing ? (
        <EditPack id={editing} />
      ) : (
        <>
          <Tabs
            label={t('packs.sections')}
            tabs={TABS.map((id) => ({ id, label: t(`packs.tab.${id}`) }))}
            current={tab}
            onSelect={setTab}
          />
          <div role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}`} class="stack">
            {tab === 'list' && <ListSection />}
            {tab === 'import' && <ImportSection />}
            {tab === 'search' && <SearchSection />}
            {tab === 'years' && <YearsSection />}
          </div>
        </>
      )}
    </>
  );
}
