import { browser } from 'wxt/browser';
import { type Draft, EMPTY_DRAFT } from '../../components/library/draft.ts';
import { t } from '../../lib/i18n.ts';
import { draft, go, say } from './state.ts';

/**
 * What is typed into the form of a document survives the closing of the popup, which happens at any click outside.
 * Login and password go to the session's memory only, the rest to the disk.
 */

const KEY = 'popup.unsaved';
const SECRET = 'popup.unsaved.secret';

interface Unsaved {
  readonly id: string | null;
  readonly draft: Draft;
}

let next: (() => Promise<unknown>) | null = null;
let busy = false;
/**
 * Does the work after what is under way; of several waiting only the last is done. So the draft of a fast typist is
 * gone from the disk as soon as the document is saved, also when the popup closes right then. Failing to keep a draft
 * must not stop the typing.
 */
const later = async (work: () => Promise<unknown>): Promise<void> => {
  next = work;
  if (busy) return;
  busy = true;
  while (next) {
    const now: () => Promise<unknown> = next;
    next = null;
    await now().catch(() => {});
  }
  busy = false;
};

export function keepUnsaved(id: string | null, typed: Draft): void {
  const { login, password, ...rest } = typed;
  void later(async () => {
    await browser.storage.local.set({ [KEY]: { id, draft: { ...rest, login: '', password: '' } } });
    await browser.storage.session.set({ [SECRET]: { login, password } });
  });
}

export function forgetUnsaved(): void {
  void later(async () => {
    await browser.storage.local.remove(KEY);
    await browser.storage.session.remove(SECRET);
  });
}

/** Only what has the shape of a draft: storage may hold anything. */
function readDraft(value: unknown): Draft | null {
  if (typeof value !== 'object' || value === null) return null;
  const stored = value as Record<string, unknown>;
  const fits = Object.entries(EMPTY_DRAFT).every(([name, empty]) =>
    Array.isArray(empty) ? Array.isArray(stored[name]) : typeof stored[name] === 'string',
  );
  return fits ? (stored as unknown as Draft) : null;
}

/** Opens the form again where it was left. */
export async function restoreUnsaved(): Promise<void> {
  const stored = (await browser.storage.local.get(KEY))[KEY] as Partial<Unsaved> | undefined;
  const typed = readDraft(stored?.draft);
  if (!stored || !typed) return;
  const secret = ((await browser.storage.session.get(SECRET))[SECRET] ?? {}) as Partial<Draft>;
  draft.value = { ...typed, login: String(secret.login ?? ''), password: String(secret.password ?? '') };
  go({ name: 'form', id: typeof stored.id === 'string' ? stored.id : null });
  say(t('library.form.restored'), 'plain');
}
