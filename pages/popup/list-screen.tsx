import { browser } from 'wxt/browser';
import { DocumentList } from '../../components/library/document-list.tsx';
import { Empty } from '../../components/library/empty.tsx';
import { FormState } from '../../components/library/form-state.tsx';
import { NoForm } from '../../components/library/no-form.tsx';
import { SearchBox } from '../../components/library/search-box.tsx';
import { Button } from '../../components/ui/button.tsx';
import { t } from '../../lib/i18n.ts';
import { addByHand, addTab } from './documents.ts';
import { insert, jumpToNext, prepareGather, setMarkers, undoInsert } from './form-actions.ts';
import { ask } from './library.ts';
import { enable, showParts, site } from './site.ts';
import { duplicateGroups, form, go, ownTab, query, results, total, useCounts } from './state.ts';

/** Search, state of the form, documents. */
export function ListScreen() {
  const count = total.value;
  const fillable = form.value?.mode === 'fill';
  return (
    <>
      <div class="top">
        <SearchBox value={query.value} onValue={ask} />
        {count !== 0 && (
          <div class="row">
            {!ownTab.value && !form.value && (
              <Button onClick={() => void addTab()}>{t('library.addTab.do')}</Button>
            )}
            <Button onClick={addByHand}>{t('library.add')}</Button>
          </div>
        )}
      </div>
      <FormState
        form={form.value}
        onNext={() => void jumpToNext()}
        onGather={() => void prepareGather()}
        onMarkers={(hidden) => void setMarkers(hidden)}
        onUndo={() => void undoInsert()}
        onShow={() => void showParts()}
      />
      {form.value === null && (
        <NoForm state={site.value} onEnable={() => void enable()} onShow={() => void showParts()} />
      )}
      {count === 0 ? (
        <Empty
          canGather={fillable}
          onAdd={addByHand}
          onAddTab={() => void addTab()}
          onGather={() => void prepareGather()}
          onImport={openWorkspace}
        />
      ) : (
        <DocumentList
          documents={results.value}
          useCounts={useCounts.value}
          canInsert={fillable}
          label={t(query.value.trim() === '' ? 'library.recent' : 'library.found')}
          onOpen={(id) => go({ name: 'document', id })}
          onInsert={(id) => void insert(id)}
        />
      )}
      {count !== 0 && count !== null && results.value.length === 0 && (
        <p class="quiet">{t('library.nothing', { query: query.value })}</p>
      )}
      <Footer count={count} />
    </>
  );
}

function Footer({ count }: { count: number | null }) {
  const duplicates = duplicateGroups.value.length;
  return (
    <footer class="row quiet">
      {count !== null && count > 0 && <span>{t('library.count', { n: count })}</span>}
      {duplicates > 0 && (
        <Button look="link" onClick={() => go({ name: 'duplicates' })}>
          {t('library.duplicates.link', { n: duplicates })}
        </Button>
      )}
      <Button look="link" onClick={() => go({ name: 'secrets' })}>
        {t('library.secrets.link')}
      </Button>
      <Button look="link" onClick={openWorkspace}>
        {t('library.workspace')}
      </Button>
    </footer>
  );
}

function openWorkspace(): void {
  void browser.tabs.create({ url: browser.runtime.getURL('/workspace.html') });
}
