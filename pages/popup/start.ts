import { draftOf } from '../../components/library/draft.ts';
import { documentOfLink } from '../../lib/library/add-from-link.ts';
import { startLibrary } from './library.ts';
import { refreshSite } from './site.ts';
import { draft, go, library } from './state.ts';
import { startTab, stayOpen } from './tab.ts';
import { keepUnsaved, restoreUnsaved } from './unsaved.ts';

/** Starts what stands behind the popup, once its first frame is on its way. */
export function startPopup(): void {
  const opening = startLibrary();
  void takeLink(opening).then((taken) => (taken ? undefined : restoreUnsaved()));
  // The form answers through a page that may be busy: asked after the popup has been drawn.
  requestAnimationFrame(() => void startTab().then(refreshSite));
}

/** The same behind the side panel's library, which follows the tabs by itself. */
export function startBeside(): void {
  stayOpen();
  void startLibrary().then(restoreUnsaved);
}

/** A link from the context menu: its document if it is known, else the form with the link filled in. */
async function takeLink(opening: Promise<void>): Promise<boolean> {
  const asked = new URLSearchParams(location.search);
  const url = asked.get('add');
  if (url === null || !/^https?:/i.test(url)) return false;
  // Reloading the page must not ask again.
  history.replaceState(null, '', location.pathname);
  await opening;
  const [known] = (await library.value?.byAddress(url)) ?? [];
  if (known) {
    go({ name: 'document', id: known.id });
    return true;
  }
  draft.value = draftOf(documentOfLink({ url, text: asked.get('title') ?? '' }));
  keepUnsaved(null, draft.value);
  go({ name: 'form', id: null });
  return true;
}
