import { useEffect, useState } from 'preact/hooks';
import { DocumentList } from '../../components/library/document-list.tsx';
import { Fitting } from '../../components/library/fitting.tsx';
import { SearchBox } from '../../components/library/search-box.tsx';
import { Button } from '../../components/ui/button.tsx';
import { t } from '../../lib/i18n.ts';
import type { Suggestion } from '../../lib/model/library.ts';
import { addByHand, addTab } from '../popup/documents.ts';
import { insert } from '../popup/form-actions.ts';
import { ask } from '../popup/library.ts';
import { Screens } from '../popup/screens.tsx';
import { startBeside } from '../popup/start.ts';
import { form, go, library, query, results, target, total, useCounts } from '../popup/state.ts';
import { startTab } from '../popup/tab.ts';
import { current, followed, type Snapshot, snapshot } from './follow-form.ts';

/** As many as can be looked through at a glance. */
const MOST_OFFERS = 7;

type Position = Snapshot['form']['positions'][number];

let started = false;

/** The tab «Библиотека»: the popup's library, with the documents that fit the position the user stands at on top. */
export function LibraryTab() {
  useEffect(() => {
    if (!started) startBeside();
    started = true;
  }, []);
  const tab = followed.value;
  const there = Boolean(snapshot.value);
  useEffect(() => void startTab(), [tab, there]);
  const position = snapshot.value?.form.positions.find(({ id }) => id === current.value) ?? null;
  const id = position?.id ?? null;
  useEffect(() => {
    target.value = id;
  }, [id]);
  return <Screens list={<LibraryList position={position} />} />;
}

function LibraryList({ position }: { position: Position | null }) {
  const offers = useOffers(position);
  const canInsert = form.value?.mode === 'fill' || 'later';
  const open = (id: string): void => go({ name: 'document', id });
  const put = (id: string): void => void insert(id);
  const searching = query.value.trim() !== '';
  return (
    <>
      <div class="top">
        <SearchBox value={query.value} onValue={ask} />
        <div class="row">
          <Button onClick={addByHand}>{t('library.add')}</Button>
          <Button onClick={() => void addTab()}>{t('library.addTab.do')}</Button>
        </div>
      </div>
      {total.value === null && <p class="quiet">{t('library.opening')}</p>}
      {!position && !searching && form.value && <p class="quiet">{t('library.fitsWhere')}</p>}
      {position && offers && !searching && total.value !== null && (
        <Fitting
          position={position.text}
          offers={offers}
          useCounts={useCounts.value}
          canInsert={canInsert}
          onOpen={open}
          onInsert={put}
        />
      )}
      {(offers || searching) && total.value !== null && (
        <section class="fitting">
          <h2>{t(searching ? 'library.found' : 'library.recentTitle')}</h2>
          {searching && position && (
            <p class="quiet fitting-position">{t('library.stands', { position: position.text })}</p>
          )}
          <DocumentList
            documents={results.value}
            useCounts={useCounts.value}
            canInsert={canInsert}
            label={t(searching ? 'library.found' : 'library.recent')}
            onOpen={open}
            onInsert={put}
          />
          {searching && results.value.length === 0 && (
            <p class="quiet">{t('library.nothing', { query: query.value })}</p>
          )}
        </section>
      )}
    </>
  );
}

/** What fits here; the last answer stands until the next is there. undefined: nothing was answered yet. */
function useOffers(position: Position | null): readonly Suggestion[] | undefined {
  const [offers, setOffers] = useState<readonly Suggestion[] | undefined>(undefined);
  const opened = library.value;
  const id = position?.id ?? null;
  useEffect(() => {
    const stop = new AbortController();
    const load = async (): Promise<void> => {
      const found = position && opened ? await opened.suggest(position, '', MOST_OFFERS) : [];
      if (!stop.signal.aborted) setOffers(found);
    };
    void load().catch(() => setOffers([]));
    opened?.onChange(() => void load().catch(() => {}), stop.signal);
    return () => stop.abort();
  }, [opened, id]);
  return offers;
}
