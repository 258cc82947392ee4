import type { Access, DocumentKind, LibraryDocument } from '../../lib/model/library.ts';
import { parseAddress } from '../../lib/reference/address.ts';

/** A document as it stands in the form: everything is text until it is saved. */
export interface Draft {
  readonly title: string;
  readonly address: string;
  readonly number: string;
  readonly date: string;
  readonly kind: DocumentKind;
  readonly pageCount: string;
  readonly access: Access['kind'];
  readonly accessNote: string;
  readonly login: string;
  readonly password: string;
  readonly directions: readonly string[];
  readonly note: string;
}

export const KINDS: readonly DocumentKind[] = [
  'order',
  'plan',
  'regulation',
  'report',
  'indicators',
  'recommendations',
  'letter',
  'other',
];

/** Codes of the eight directions (domain: МУМ and РУМ alike). */
export const DIRECTIONS = ['1.1', '1.2', '1.3', '1.4', '2.1', '2.2', '2.3', '2.4'] as const;

export const EMPTY_DRAFT: Draft = {
  title: '',
  address: '',
  number: '',
  date: '',
  kind: 'other',
  pageCount: '',
  access: 'open',
  accessNote: '',
  login: '',
  password: '',
  directions: [],
  note: '',
};

/** A stored document as a draft; login and password are put in by the caller, who may not know them. */
export function draftOf(
  document: Omit<LibraryDocument, 'id' | 'createdAt' | 'updatedAt' | 'deletedAt'>,
): Draft {
  return {
    ...EMPTY_DRAFT,
    title: document.title,
    address: document.address,
    number: document.number,
    date: document.date,
    kind: document.kind,
    pageCount: document.pageCount === null ? '' : String(document.pageCount),
    access: document.access.kind,
    accessNote: document.access.note,
    directions: document.directions,
    note: document.note,
  };
}

/** The document a draft describes, without what is secret. */
export function documentOf(
  draft: Draft,
): Omit<LibraryDocument, 'id' | 'createdAt' | 'updatedAt' | 'deletedAt'> {
  return {
    title: draft.title.trim(),
    number: draft.number.trim(),
    date: draft.date.trim(),
    kind: draft.kind,
    address: draft.address.trim(),
    pageCount: pagesOf(draft.pageCount),
    access: { kind: draft.access, note: draft.access === 'other' ? draft.accessNote.trim() : '' },
    directions: [...draft.directions].sort(),
    note: draft.note.trim(),
  };
}

function pagesOf(text: string): number | null {
  const count = Number(text.trim());
  return Number.isInteger(count) && count > 0 && count < 100_000 ? count : null;
}

/** Fields that are wrong, as locale keys: what stops saving. */
export function draftErrors(draft: Draft): Partial<Record<keyof Draft, string>> {
  const errors: Partial<Record<keyof Draft, string>> = {};
  if (draft.title.trim() === '') errors.title = 'library.form.titleNeeded';
  if (draft.pageCount.trim() !== '' && pagesOf(draft.pageCount) === null) {
    errors.pageCount = 'library.form.pageCountWrong';
  }
  return errors;
}

/** A doubt about the address, as a locale key: it may be saved all the same. */
export function addressDoubt(draft: Draft): string | null {
  if (draft.address.trim() === '') return null;
  return parseAddress(draft.address).ok ? null : 'library.form.addressDoubt';
}
