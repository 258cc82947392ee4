import { computed, signal } from '@preact/signals';
import type { ShownDraft } from '../../../components/workspace/drafts-list.tsx';
import { differences } from '../../../lib/drafts/differences.ts';
import { type DraftFields, type DraftRecord, readFieldKey } from '../../../lib/drafts/types.ts';
import type { FillJournal } from '../../../lib/fill/types.ts';
import { t } from '../../../lib/i18n.ts';
import type { FormTab } from '../form-tab.ts';

/** What the page «Черновики» works on. */
export const records = signal<readonly DraftRecord[] | null>(null);
export const form = signal<FormTab | null>(null);
export const busy = signal(false);
export const message = signal<{ tone: 'fine' | 'wrong'; text: string } | null>(null);
/** The last restoring, to be taken back. */
export const last = signal<FillJournal | null>(null);

/** Drafts of the form that is open: its site and its municipality. */
export const own = computed<readonly DraftRecord[]>(() => {
  const owner = form.value?.snapshot.owner;
  if (!owner) return [];
  return (records.value ?? []).filter(({ site, login }) => site === owner.site && login === owner.login);
});

function labelOf(key: string): string {
  const field = readFieldKey(key);
  return field ? `${t(`import.fieldName.${field.role}`)} ${field.row + 1}` : key;
}

function valuesOf(fields: DraftFields) {
  return Object.entries(fields).map(([key, value]) => ({ key, label: labelOf(key), value }));
}

/** A record with what differs, and its versions. */
function shown(record: DraftRecord, onPage: boolean, fields: ShownDraft['fields']): ShownDraft {
  return {
    id: record.positionId,
    path: record.path.join(' › '),
    text: record.text,
    at: record.versions[0]?.at ?? '',
    onPage,
    fields,
    versions: record.versions.map((version) => ({ ...version, fields: valuesOf(version.fields) })),
  };
}

/** In the order of the form; what it does not show now comes after, in the order of its headings. */
function inFormOrder<T extends Pick<ShownDraft, 'id' | 'path'>>(list: readonly T[]): readonly T[] {
  const order = new Map(form.value?.snapshot.form.positions.map(({ id }, at) => [id, at]));
  const at = ({ id }: T): number => order.get(id) ?? Number.MAX_SAFE_INTEGER;
  return [...list].sort((a, b) => at(a) - at(b) || a.path.localeCompare(b.path, 'ru', { numeric: true }));
}

/** Positions whose draft and page differ. */
export const differing = computed<readonly ShownDraft[]>(() => {
  const page = form.value?.snapshot.form;
  if (!page) return [];
  const list = differences(own.value, page).map(({ record, onPage, fields }) =>
    shown(
      record,
      onPage,
      fields.map(({ role, row, draft, page: now }) => ({
        key: `${role}#${row}`,
        label: labelOf(`${role}#${row}`),
        draft,
        page: now,
      })),
    ),
  );
  return inFormOrder(list);
});

/** All other drafts, for their versions. */
export const others = computed<readonly ShownDraft[]>(() => {
  const known = new Set(differing.value.map(({ id }) => id));
  const onPage = new Set(form.value?.snapshot.form.positions.map(({ id }) => id));
  const list = form.value ? own.value : (records.value ?? []);
  const kept = list
    .filter(({ positionId }) => !known.has(positionId))
    .map((record) => shown(record, onPage.has(record.positionId), []));
  return inFormOrder(kept);
});
