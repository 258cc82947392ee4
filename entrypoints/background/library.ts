import { type OpenedLibrary, openLibrary } from '../../lib/library/open.ts';
import { withRecent } from '../../lib/library/recent.ts';
import type { Handlers } from '../../lib/messages/listen.ts';
import { formersOf } from './criteria.ts';

/** Most documents a page's menu shows at once. */
const OFFERS = 7;

type LibraryMessages = 'library.facts' | 'library.suggest' | 'library.recordUse' | 'library.forgetUse';

/**
 * The library for the page: only the documents offered there, without credentials. Opened when first asked for and
 * again after the worker died.
 */
export function libraryHandlers(): Handlers<LibraryMessages> {
  let opened: Promise<OpenedLibrary> | null = null;
  const library = (): Promise<OpenedLibrary> => {
    opened ??= openLibrary().catch((error: unknown) => {
      opened = null;
      throw error;
    });
    return opened;
  };
  return {
    async 'library.facts'({ addressKeys }) {
      return { facts: { ...(await (await library()).facts(addressKeys)) } };
    },
    async 'library.suggest'({ position, query, criterion, recent = false }) {
      const opened = await library();
      const former = criterion ? await formersOf(criterion) : null;
      const places = former?.places ?? [];
      const fitting = await opened.suggest(position, query, OFFERS, places);
      const suggestions = recent ? await withRecent(opened, fitting, query, OFFERS) : fitting;
      return {
        history: former ? await opened.previousUses(position, places, former.year, OFFERS) : [],
        offers: suggestions.slice(0, OFFERS).map(({ document, reason, pages, explanation, uses }) => ({
          documentId: document.id,
          title: document.title,
          number: document.number,
          date: document.date,
          kind: document.kind,
          address: document.address,
          access: document.access,
          pageCount: document.pageCount,
          pages,
          explanation,
          reason,
          uses,
        })),
      };
    },
    async 'library.recordUse'(use) {
      return { id: (await (await library()).recordUse(use)).id };
    },
    async 'library.forgetUse'({ id }) {
      await (await library()).removeUse(id);
      return {};
    },
  };
}
