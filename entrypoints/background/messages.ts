import { browser } from 'wxt/browser';
import { DraftError, draftErrorKey } from '../../lib/drafts/errors.ts';
import { t } from '../../lib/i18n.ts';
import { errorKey, toLibraryError } from '../../lib/library/errors.ts';
import { listen } from '../../lib/messages/listen.ts';
import { checkRequest, mayFrom } from '../../lib/messages/registry.ts';
import { openDismissals } from '../../lib/settings/dismissals.ts';
import { openProfiles } from '../../lib/settings/profiles.ts';
import { openSettings } from '../../lib/settings/settings.ts';
import { criteriaHandlers } from './criteria.ts';
import { dismissalHandlers } from './dismissals.ts';
import { draftHandlers } from './drafts.ts';
import { libraryHandlers } from './library.ts';
import { pageHandlers } from './pages.ts';
import { profileHandlers } from './profiles.ts';

/** Serves all messages to the background. Holds nothing that cannot be read again. */
export function serveMessages(): void {
  const area = browser.storage.local;
  const settings = openSettings(area);
  listen(
    {
      ...criteriaHandlers(settings),
      ...libraryHandlers(),
      ...dismissalHandlers(openDismissals(area)),
      ...draftHandlers(settings),
      ...pageHandlers(),
      ...profileHandlers(openProfiles(area)),
    },
    { allow: mayFrom, check: checkRequest, words: inWords },
  );
}

/** A failed store in a sentence with a next step, for whoever asked: a full disk must not speak English. */
export function inWords(error: unknown): string {
  return t(error instanceof DraftError ? draftErrorKey(error) : errorKey(toLibraryError(error)));
}
