import { type Draft, documentOf, draftOf, EMPTY_DRAFT } from '../../components/library/draft.ts';
import { t } from '../../lib/i18n.ts';
import { documentOfLink } from '../../lib/library/add-from-link.ts';
import { describeTitle } from '../../lib/library/title.ts';
import { credentialsOf, saveCredentials } from './secrets.ts';
import { attempt, draft, form, go, library, ownTab, say } from './state.ts';
import { tab } from './tab.ts';
import { forgetUnsaved, keepUnsaved } from './unsaved.ts';

/** Adding, editing, removing and merging, as the popup does it. */

/** What the form held when it was opened: leaving it unchanged needs no words. */
let opened: Draft | null = null;

function openDraft(id: string | null, next: Draft): void {
  opened = next;
  draft.value = next;
  go({ name: 'form', id });
}

/** Opens the form for a new document. */
export function addByHand(): void {
  openDraft(null, EMPTY_DRAFT);
}

/** Opens the form with the tab's title and address; says so when the tab is none of the web. */
export async function addTab(): Promise<void> {
  if (form.value || ownTab.value) {
    say(t('library.addTab.isForm'), 'doubtful');
    return;
  }
  if (!/^https?:/.test(tab.url)) {
    say(t('library.addTab.notWeb'), 'doubtful');
    return;
  }
  const [known] = (await library.value?.byAddress(tab.url)) ?? [];
  if (known) {
    go({ name: 'document', id: known.id });
    say(t('library.addTab.already'), 'plain');
    return;
  }
  openDraft(null, draftOf(documentOfLink({ url: tab.url, text: tab.title })));
}

/** Opens the form for a known document. */
export async function edit(id: string): Promise<void> {
  const document = await library.value?.get(id);
  if (!document) return;
  const secret = await credentialsOf(id);
  openDraft(id, {
    ...draftOf(document),
    login: secret?.login.reveal() ?? '',
    password: secret?.password.reveal() ?? '',
  });
}

/** Takes what was typed; number, date and kind of a new document follow its title until they are typed by hand. */
export function type(id: string | null, typed: Draft): void {
  const before = draft.value ?? EMPTY_DRAFT;
  let next = typed;
  if (id === null && typed.title !== before.title) {
    const old = describeTitle(before.title);
    const now = describeTitle(typed.title);
    next = {
      ...typed,
      number: typed.number === old.number ? now.number : typed.number,
      date: typed.date === old.date ? now.date : typed.date,
      kind: typed.kind === old.kind ? now.kind : typed.kind,
    };
  }
  draft.value = next;
  keepUnsaved(id, next);
}

/** Saves the form; on failure everything typed stays where it is. */
export async function save(id: string | null): Promise<void> {
  const typed = draft.value;
  const store = library.value;
  if (!typed || !store) return;
  const saved = await attempt(async () => {
    const document = documentOf(typed);
    const record = id === null ? await store.add(document) : await store.update(id, document);
    const secret = typed.access === 'login' || typed.access === 'password';
    await saveCredentials(record.id, {
      login: typed.access === 'login' ? typed.login : '',
      password: secret ? typed.password : '',
    });
    return record;
  });
  if (!saved) return;
  forgetUnsaved();
  go({ name: 'document', id: saved.id });
  say(t(id === null ? 'library.added' : 'library.saved'));
}

/** Leaves the form. What was typed is put aside, and can be taken up again while the message stands. */
export function cancel(id: string | null): void {
  const typed = draft.value;
  forgetUnsaved();
  go(id === null ? { name: 'list' } : { name: 'document', id });
  if (!typed || typed === opened) return;
  const takeUp = async (): Promise<void> => {
    draft.value = typed;
    keepUnsaved(id, typed);
    go({ name: 'form', id });
  };
  say(t('library.form.putAside'), 'plain', takeUp, t('library.form.takeUp'));
}

export async function remove(id: string): Promise<void> {
  const undo = await attempt(async () => library.value?.remove([id]));
  if (!undo) return;
  go({ name: 'list' });
  say(t('library.removed'), 'plain', undo);
}

export async function merge(ids: readonly string[]): Promise<void> {
  const undo = await attempt(async () => library.value?.merge(ids));
  if (undo) say(t('library.merged', { n: ids.length }), 'fine', undo);
}
