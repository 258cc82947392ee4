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
import { enable, openSite, showParts, site } from './site.ts';
import { duplicateGroups, form, go, query, results, total, useCounts } from './state.ts';

/**
 * Search, state of the form, documents. What arrives later (the library, the form's answer) finds its room kept, so that
 * no button moves under the pointer.
 */
export function ListScreen() {
  const count = total.value;
  return (
    <>
      <div class="top">
        <SearchBox value={query.value} onValue={ask} />
        <div class="row">
          <Button onClick={addByHand}>{t('library.add')}</Button>
          <Button onClick={() => void addTab()}>{t('library.addTab.do')}</Button>
        </div>
      </div>
      <div class="tab-state">
        {form.value === null ? (
          <NoForm
            state={site.value}
            onEnable={() => void enable()}
            onOpenSite={() => void openSite()}
            onShow={() => void showParts()}
          />
        ) : (
          <FormState
            form={form.value}
            onNext={() => void jumpToNext()}
            onGather={() => void prepareGather()}
            onMarkers={(hidden) => void setMarkers(hidden)}
            onUndo={() => void undoInsert()}
            onShow={() => void showParts()}
          />
        )}
      </div>
      <Documents count={count} />
      <Footer count={count} />
    </>
  );
}

function Documents({ count }: { count: number | null }) {
  const fillable = form.value?.mode === 'fill';
  const duplicates = duplicateGroups.value.length;
  if (count === null) return <p class="quiet">{t('library.opening')}</p>;
  if (count === 0 && form.value?.mode === 'review') return <p class="quiet">{t('library.empty.review')}</p>;
  if (count === 0)
    return <Empty canGather={fillable} onGather={() => void prepareGather()} onImport={openImport} />;
  return (
    <>
      <DocumentList
        documents={results.value}
        useCounts={useCounts.value}
        canInsert={fillable || 'later'}
        label={t(query.value.trim() === '' ? 'library.recent' : 'library.found')}
        onOpen={(id) => go({ name: 'document', id })}
        onInsert={(id) => void insert(id)}
      />
      {results.value.length === 0 && <p class="quiet">{t('library.nothing', { query: query.value })}</p>}
      {duplicates > 0 && (
        <p>
          <Button look="link" onClick={() => go({ name: 'duplicates' })}>
            {t('library.duplicates.link', { n: duplicates })}
          </Button>
        </p>
      )}
    </>
  );
}

function Footer({ count }: { count: number | null }) {
  return (
    <footer class="row quiet popup-footer">
      <Button look="link" onClick={() => go({ name: 'secrets' })}>
        {t('library.secrets.link')}
      </Button>
      <Button look="link" onClick={() => openWorkspace('')}>
        {t('library.workspace')}
      </Button>
      {count !== null && count > 0 && <span>{t('library.count', { n: count })}</span>}
    </footer>
  );
}

function openImport(): void {
  openWorkspace('#import');
}

function openWorkspace(page: string): void {
  void browser.tabs.create({ url: browser.runtime.getURL(`/workspace.html${page}` as '/workspace.html') });
}
