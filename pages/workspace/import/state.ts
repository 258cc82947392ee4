import { computed, signal } from '@preact/signals';
import type { FillJournal } from '../../../lib/fill/types.ts';
import { type ImportSession, placePositions, planImport } from '../../../lib/import/session.ts';
import type { MergeConflict } from '../../../lib/import/types.ts';
import type { TableResult } from '../../../lib/office/table/types.ts';
import type { FormTab } from '../form-tab.ts';
import type { OtherPage } from '../other-page.ts';

/** A file as it was given, so that it can be read again when a column is mapped. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array | null;
  /** Cells pasted instead of a file. */
  readonly pasted: { readonly html: string; readonly text: string } | null;
  readonly result: TableResult | null;
  readonly error: string | null;
  /** Where in the workspace such a file is taken; null: nowhere else. */
  readonly otherPage: OtherPage['page'] | null;
}

/** What the page «Импорт таблицы» works on. */
export const files = signal<readonly GivenFile[]>([]);
export const busy = signal(false);
export const conflicts = signal<readonly MergeConflict[]>([]);
export const repeated = signal(0);
export const session = signal<ImportSession | null>(null);
export const form = signal<FormTab | null>(null);
export const journal = signal<FillJournal | null>(null);
export const running = signal(false);
/** Form, criteria and findings have answered: the steps stand still from now on. */
export const ready = signal(false);
/** What the filling waits for and then goes on by itself: the lost form, or another direction of it. */
export const awaiting = signal<'form' | 'direction' | null>(null);
/** What went wrong on the way to the page; '' when nothing did. */
export const trouble = signal<'' | 'lost' | 'otherForm'>('');

/** Where each position of the table goes. */
export const placed = computed(() => (session.value ? placePositions(session.value) : []));
/** The difference between the form and the table. */
export const plan = computed(() =>
  session.value && form.value
    ? planImport(session.value, placed.value, form.value.snapshot.form)
    : { items: [], noRoom: [] },
);
