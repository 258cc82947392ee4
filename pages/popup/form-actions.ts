import { t } from '../../lib/i18n.ts';
import { gather, planGather } from '../../lib/library/gather.ts';
import type { NewUse, Undo } from '../../lib/library/types.ts';
import type { LibraryDocument, Suggestion, Use } from '../../lib/model/library.ts';
import { parsePages } from '../../lib/reference/pages.ts';
import { credentialsOf, saveCredentials } from './secrets.ts';
import { attempt, form, go, library, say, target, type View } from './state.ts';
import { askForm, giveWay, refreshForm, showForm } from './tab.ts';

/** What the popup does with the form in the tab. Each is started by the user, here, outside the page. */

export async function jumpToNext(): Promise<void> {
  const reply = await attempt(() => askForm('form.next', {}));
  if (reply?.positionId) await showForm();
}

export async function reveal(use: Use): Promise<void> {
  const reply = await attempt(() => askForm('form.reveal', { positionId: use.positionId }));
  if (reply?.found) await showForm();
  else say(t('library.view.notInForm'), 'doubtful');
}

export async function setMarkers(hidden: boolean): Promise<void> {
  await attempt(() => askForm('form.markers', { hidden }));
  await refreshForm();
}

export async function undoInsert(): Promise<void> {
  const reply = await attempt(() => askForm('form.undo', {}));
  if (reply && reply.restored > 0) {
    await attempt(async () => undoUse?.());
    undoUse = null;
  }
  if (reply) say(t('library.state.undone'));
  await refreshForm();
}

/** Shows what gathering the links of the form would do. */
export async function prepareGather(): Promise<void> {
  const opened = library.value;
  if (!opened) return;
  const plan = await attempt(async () => {
    const reply = await askForm('form.links', {});
    if (!reply) return null;
    return planGather(opened, reply.links, { mechanism: reply.mechanism, year: new Date().getFullYear() });
  });
  if (plan) go({ name: 'gather', plan });
}

export async function doGather({ plan }: Extract<View, { name: 'gather' }>): Promise<void> {
  const opened = library.value;
  if (!opened) return;
  const done = await attempt(() => gather(opened, plan, saveCredentials));
  if (!done) return;
  go({ name: 'list' });
  say(t('library.gather.done', { n: done.documents }), 'fine', done.undo);
}

/** Inserts a document; where it has a login or a password, asks first. */
export async function insert(id: string): Promise<void> {
  if ((await credentialsOf(id)) !== null) go({ name: 'confirm', id });
  else await insertNow(id, false);
}

/** Pages and explanation this document had in the position the user stands at, there or in another year. */
async function proposed(id: string): Promise<Pick<Suggestion, 'pages' | 'explanation'>> {
  const none = { pages: '', explanation: '' };
  const snapshot = await askForm('form.snapshot', {}).catch(() => null);
  const at = target.value ?? snapshot?.focused;
  const position = snapshot?.form.positions.find((one) => one.id === at);
  if (!position) return none;
  const offers = (await library.value?.suggest(position, '', 100)) ?? [];
  return offers.find(({ document }) => document.id === id) ?? none;
}

/** Inserts a document into the row the user stands at, and remembers the use. */
export async function insertNow(id: string, withSecret: boolean): Promise<void> {
  const document = await library.value?.get(id);
  if (!document) return;
  const secret = withSecret ? await credentialsOf(id) : null;
  const { pages, explanation } = await proposed(id);
  await giveWay();
  const reply = await attempt(() =>
    askForm('form.insert', {
      address: document.address,
      documentId: id,
      positionId: target.value,
      parts: {
        name: document.title,
        pages: parsePages(pages).pages,
        login: secret?.login.reveal() ?? '',
        password: secret?.password.reveal() ?? '',
        access: document.access.kind === 'other' ? document.access.note : '',
        explanation,
      },
    }),
  );
  go({ name: 'list' });
  if (!reply || (reply.outcome !== 'written' && reply.outcome !== 'partly')) {
    say(t(`library.inserted.${reply?.outcome ?? 'failed'}`), 'doubtful');
    return;
  }
  await remember(document, { ...reply, pages, explanation });
  say(
    t(`library.inserted.${reply.outcome}`, { position: reply.positionText }),
    reply.outcome === 'partly' ? 'doubtful' : 'fine',
    undoInsert,
    t('library.state.undo'),
  );
  await refreshForm();
}

interface Written {
  readonly positionId: string | null;
  readonly positionText: string;
  readonly path: readonly string[];
  readonly pages: string;
  readonly explanation: string;
}

/** Takes the use of the last insert back, when the insert itself is. */
let undoUse: Undo | null = null;

async function remember(document: LibraryDocument, written: Written): Promise<void> {
  const { positionId, positionText, path, pages, explanation } = written;
  if (positionId === null) return;
  const use: NewUse = {
    documentId: document.id,
    positionId,
    positionText,
    path: [...path],
    pages,
    explanation,
    mechanism: form.value?.mechanism ?? null,
    year: new Date().getFullYear(),
  };
  undoUse = (await attempt(async () => library.value?.recordUses([use])))?.undo ?? null;
}
