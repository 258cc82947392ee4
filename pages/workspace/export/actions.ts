import { signal } from '@preact/signals';
import { t } from '../../../lib/i18n.ts';
import { formOfLibrary } from '../../../lib/import/from-library.ts';
import { openLibrary } from '../../../lib/library/open.ts';
import type { Form } from '../../../lib/model/form.ts';
import { loadAllPacks } from '../../../lib/packs/packs.ts';
import { download } from '../../download.ts';
import { failureText } from '../../failure.ts';
import { findForm } from '../form-tab.ts';

export interface Source {
  readonly id: string;
  readonly label: string;
  form(): Promise<Form>;
}

export const sources = signal<readonly Source[]>([]);
export const failure = signal('');

async function libraryForm(): Promise<Form> {
  const library = await openLibrary();
  try {
    const { documents, uses } = await library.snapshot();
    return formOfLibrary(documents, uses);
  } finally {
    library.close();
  }
}

/** What can be saved: the open form, the library, any pack as an empty table. */
export async function refresh(): Promise<void> {
  try {
    sources.value = await available();
  } catch (error) {
    failure.value = failureText(error);
  }
}

async function available(): Promise<Source[]> {
  const found = await findForm();
  const packs = await loadAllPacks();
  const { formOfPack } = await import('../../../lib/office/write/write.ts');
  return [
    ...(found
      ? [
          {
            id: 'form',
            label: t('export.form', { title: found.title }),
            // What has been typed since this page was opened belongs into the table.
            form: async () => ((await findForm(found.tabId)) ?? found).snapshot.form,
          },
        ]
      : []),
    { id: 'library', label: t('export.library'), form: libraryForm },
    ...packs
      .filter(({ directions }) => directions.some(({ tracks }) => tracks.length > 0))
      .map((pack) => ({
        id: pack.id,
        label: t('export.pack', { title: pack.title }),
        form: async () => formOfPack(pack),
      })),
  ];
}

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** Saves the table, or with `empty` only its shape. */
export async function saveTable(source: Source, format: 'xlsx' | 'docx', empty: boolean): Promise<void> {
  failure.value = '';
  try {
    const { emptyForm, writeTable } = await import('../../../lib/office/write/write.ts');
    const form = await source.form();
    if (form.positions.length === 0) {
      failure.value = t('export.nothing');
      return;
    }
    const bytes = await writeTable(empty ? emptyForm(form) : form, format);
    download(`${t('export.fileName')}.${format}`, new Uint8Array(bytes), TYPES[format]);
  } catch (error) {
    failure.value = failureText(error);
  }
}
