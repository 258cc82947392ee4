import { openDrafts } from '../../../lib/drafts/open.ts';
import { type DraftFields, readFieldKey } from '../../../lib/drafts/types.ts';
import { runFill, startJournal, undoFill } from '../../../lib/fill/run.ts';
import type { FillItem } from '../../../lib/fill/types.ts';
import { t } from '../../../lib/i18n.ts';
import { failureText } from '../../failure.ts';
import { fillTarget } from '../fill-target.ts';
import { findForm } from '../form-tab.ts';
import { busy, form, last, message, own, records } from './state.ts';

const drafts = openDrafts({ enabled: async () => true });

/** Reads the drafts and looks for the form again. */
export async function refresh(): Promise<void> {
  records.value = await (await drafts).all();
  form.value = await findForm();
}

async function guarded(work: () => Promise<void>): Promise<void> {
  busy.value = true;
  message.value = null;
  try {
    await work();
  } catch (error) {
    message.value = { tone: 'wrong', text: failureText(error) };
  } finally {
    await refresh().catch(() => {});
    busy.value = false;
  }
}

/** Fields of a draft that differ from the page, as replacements. */
function itemsOf(positionId: string, fields: DraftFields): FillItem[] {
  const position = form.value?.snapshot.form.positions.find(({ id }) => id === positionId);
  return Object.entries(fields).flatMap(([key, incoming]) => {
    const field = readFieldKey(key);
    const old = field ? (position?.rows[field.row]?.[field.role] ?? '') : '';
    if (!field || !position || old === incoming) return [];
    const { role, row } = field;
    return [
      {
        id: `${positionId}#${row}:${role}`,
        positionId,
        rowIndex: row,
        field: role,
        old,
        incoming,
        action: 'replace',
      },
    ];
  });
}

const options = (tabId: number) => ({ target: fillTarget(tabId), keep: async () => {}, batch: 200 });

async function write(items: readonly FillItem[]): Promise<void> {
  if (!form.value || items.length === 0) return;
  const journal = startJournal(
    { items, noRoom: [] },
    crypto.randomUUID(),
    form.value.site,
    new Date().toISOString(),
  );
  const done = await runFill(journal, options(form.value.tabId));
  last.value = done;
  const written = done.records.filter(({ status }) => status === 'written').length;
  const rejected = done.records.length - written;
  message.value =
    rejected > 0
      ? { tone: 'wrong', text: t('drafts.rejected', { n: rejected }) }
      : { tone: 'fine', text: t('drafts.restored', { n: written }) };
}

/** Writes the latest draft of these positions into the form. */
export function restore(ids: readonly string[]): Promise<void> {
  return guarded(() =>
    write(
      own.value
        .filter(({ positionId }) => ids.includes(positionId))
        .flatMap(({ positionId, versions }) => itemsOf(positionId, versions[0]?.fields ?? {})),
    ),
  );
}

/** Writes an earlier version of a position into the form. */
export function restoreVersion(id: string, revision: number): Promise<void> {
  const version = own.value
    .find(({ positionId }) => positionId === id)
    ?.versions.find((v) => v.revision === revision);
  return guarded(() => write(itemsOf(id, version?.fields ?? {})));
}

/** Takes the last restoring back. */
export function undo(): Promise<void> {
  return guarded(async () => {
    if (!last.value || !form.value) return;
    await undoFill(last.value, options(form.value.tabId));
    last.value = null;
    message.value = { tone: 'fine', text: t('drafts.undone') };
  });
}

/** The page is right: its draft is forgotten. */
export function keepPage(id: string): Promise<void> {
  return guarded(async () => {
    const record = own.value.find(({ positionId }) => positionId === id);
    if (record) await (await drafts).erase({ site: record.site, login: record.login, positionId: id });
  });
}

/** Erases all drafts of this computer. */
export function eraseAll(): Promise<void> {
  return guarded(async () => {
    message.value = { tone: 'fine', text: t('drafts.erased', { n: await (await drafts).erase() }) };
  });
}
