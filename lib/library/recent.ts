import type { LibraryDocument, Suggestion } from '../model/library.ts';

/** What is asked of the library here. */
interface Searched {
  search(query: string, limit: number): Promise<readonly LibraryDocument[]>;
  uses(documentId: string): Promise<readonly unknown[]>;
}

/**
 * What fits, and behind it the documents added or changed last, up to `limit` in all: a library of two documents is no
 * empty list. With words typed nothing is added: what they do not find was not asked for.
 */
export async function withRecent(
  library: Searched,
  fitting: readonly Suggestion[],
  query: string,
  limit: number,
): Promise<readonly Suggestion[]> {
  if (query.trim() !== '' || fitting.length >= limit) return fitting;
  const known = new Set(fitting.map(({ document }) => document.id));
  // So many that enough are left when all that fit are among them.
  const latest = await library.search('', limit + fitting.length);
  const more = latest.filter(({ id }) => !known.has(id)).slice(0, limit - fitting.length);
  const recent = more.map(async (document): Promise<Suggestion> => {
    const { length } = await library.uses(document.id);
    return { document, reason: 'recent', pages: '', explanation: '', uses: length };
  });
  return [...fitting, ...(await Promise.all(recent))];
}
