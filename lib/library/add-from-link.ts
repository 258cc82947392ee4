import type { LibraryDocument } from '../model/library.ts';
import { parseAddress } from '../reference/address.ts';
import { collapse } from '../reference/text.ts';
import { describeTitle } from './title.ts';
import type { Library, NewDocument } from './types.ts';

/** A link as a page shows it. */
export interface Link {
  readonly url: string;
  readonly text: string;
}

/** Longer texts are a whole paragraph inside a link: a title is cut there. */
const LONGEST_TITLE = 500;

/** Last part of an address's path, readable: «Приказ о мониторинге.pdf»; the host where there is no path. */
export function nameFromAddress(address: string): string {
  const parsed = parseAddress(address);
  if (!parsed.ok) return collapse(address).slice(0, LONGEST_TITLE);
  const last = parsed.url.pathname.split('/').filter(Boolean).at(-1) ?? parsed.url.hostname;
  try {
    return collapse(decodeURIComponent(last).replaceAll('_', ' ')).slice(0, LONGEST_TITLE);
  } catch {
    return last.slice(0, LONGEST_TITLE);
  }
}

/** A new document out of a link: number, date and kind are guessed from its text. */
export function documentOfLink({ url, text }: Link): NewDocument {
  const title = collapse(text).slice(0, LONGEST_TITLE) || nameFromAddress(url);
  return {
    title,
    ...describeTitle(title),
    address: url.trim(),
    pageCount: null,
    access: { kind: 'open', note: '' },
    directions: [],
    note: '',
  };
}

/** «Добавить ссылку в библиотеку»: adds the document, unless its address is there already. */
export async function addFromLink(
  library: Library,
  link: Link,
): Promise<{ document: LibraryDocument; already: boolean }> {
  const [known] = await library.byAddress(link.url);
  if (known) return { document: known, already: true };
  return { document: await library.add(documentOfLink(link)), already: false };
}
