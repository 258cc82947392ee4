import { addressKey, parseAddress } from '../reference/address.ts';
import { parseComment } from '../reference/comment.ts';
import { formatPages } from '../reference/pages.ts';
import { textKey } from '../reference/text.ts';
import { documentOfLink } from './add-from-link.ts';
import type { PlainCredentials } from './credentials.ts';
import type { OpenedLibrary } from './open.ts';
import type { Added } from './take-out.ts';
import type { NewDocument, NewUse, Undo } from './types.ts';

/** A link typed in the form, with the position it stands in. */
export interface FormLink {
  readonly url: string;
  readonly comment: string;
  readonly positionId: string;
  readonly positionText: string;
  readonly path: readonly string[];
}

type UseWithoutDocument = Omit<NewUse, 'documentId'>;

/** One document with the uses the form shows; `documentId` when the library has it already. */
export interface Gathered {
  readonly documentId: string | null;
  readonly document: NewDocument;
  /** Login and password found in a comment, to be kept apart from the document. */
  readonly credentials: PlainCredentials | null;
  readonly uses: readonly UseWithoutDocument[];
}

export interface GatherPlan {
  readonly added: readonly Gathered[];
  readonly known: readonly Gathered[];
  /** Texts that are no web addresses. */
  readonly skipped: readonly string[];
}

/** What the plan needs to know of the form as a whole. */
export interface GatherContext {
  readonly mechanism: 'mum' | 'rum' | null;
  readonly year: number | null;
}

interface Collecting {
  documentId: string | null;
  document: NewDocument;
  credentials: PlainCredentials | null;
  uses: UseWithoutDocument[];
}

/**
 * What gathering the form's links would do, before it does it. Documents are told apart by address and, where comments
 * name several under one address, by name.
 */
export async function planGather(
  library: Pick<OpenedLibrary, 'byAddress'>,
  links: readonly FormLink[],
  context: GatherContext,
): Promise<GatherPlan> {
  const found = new Map<string, Collecting>();
  const skipped: string[] = [];
  for (const link of links) {
    if (link.url.trim() === '') continue;
    if (!parseAddress(link.url).ok) {
      skipped.push(link.url);
      continue;
    }
    const parts = parseComment(link.comment);
    const key = `${addressKey(link.url)}\n${textKey(parts.name)}`;
    const entry = found.get(key) ?? (await collecting(library, link, parts.name));
    found.set(key, entry);
    const { login, password } = parts;
    if (login !== '' || password !== '') {
      entry.credentials = { login, password };
      entry.document = { ...entry.document, access: { kind: login ? 'login' : 'password', note: '' } };
    } else if (parts.access !== '' && entry.document.access.kind === 'open') {
      entry.document = { ...entry.document, access: { kind: 'other', note: parts.access } };
    }
    entry.uses.push({
      positionId: link.positionId,
      positionText: link.positionText,
      path: [...link.path],
      pages: formatPages(parts.pages),
      explanation: parts.explanation,
      ...context,
    });
  }
  const all = [...found.values()];
  return {
    added: all.filter(({ documentId }) => documentId === null),
    known: all.filter(({ documentId }) => documentId !== null),
    skipped,
  };
}

async function collecting(
  library: Pick<OpenedLibrary, 'byAddress'>,
  link: FormLink,
  name: string,
): Promise<Collecting> {
  const there = await library.byAddress(link.url);
  const same = there.find(({ title }) => textKey(title) === textKey(name));
  const known = same ?? (name === '' || there.length === 1 ? there[0] : undefined);
  return {
    documentId: known?.id ?? null,
    document: known ?? documentOfLink({ url: link.url, text: name }),
    credentials: null,
    uses: [],
  };
}

/** Carries a plan out; `saveSecret` keeps what opens a closed document. One undo for all of it; `put` is for `takeOut`. */
export async function gather(
  library: Pick<OpenedLibrary, 'addMany' | 'recordUses'>,
  plan: GatherPlan,
  saveSecret: (documentId: string, credentials: PlainCredentials) => Promise<void>,
): Promise<{ documents: number; uses: number; put: Added; undo: Undo }> {
  const { added, undo: undoDocuments } = await library.addMany(plan.added.map(({ document }) => document));
  const uses: NewUse[] = [];
  for (const [at, entry] of [...plan.added, ...plan.known].entries()) {
    const documentId = entry.documentId ?? added[at]?.id;
    if (documentId === undefined) continue;
    if (entry.credentials) await saveSecret(documentId, entry.credentials);
    for (const use of entry.uses) uses.push({ ...use, documentId });
  }
  const { recorded, undo: undoUses } = await library.recordUses(uses);
  const undo = async (): Promise<void> => {
    await undoUses();
    await undoDocuments();
  };
  return { documents: added.length, uses: recorded.length, put: { documents: added, uses: recorded }, undo };
}
