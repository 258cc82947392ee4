import { z } from 'zod';

/** The library's nouns. Records carry UUIDs, time stamps and deletion marks so that copies can be merged later. */

export const documentKindSchema = z.enum([
  'order', // приказ, распоряжение, постановление
  'plan', // план, программа, дорожная карта
  'regulation', // положение, порядок, регламент
  'report', // справка, отчёт, анализ
  'indicators', // перечень показателей
  'recommendations',
  'letter',
  'other',
]);
export type DocumentKind = z.infer<typeof documentKindSchema>;

/** How a document is opened. Login and password themselves are never here: see lib/library/credentials. */
export const accessSchema = z.object({
  kind: z.enum(['open', 'login', 'password', 'other']),
  /** For `other`: what is needed to open it, in words. */
  note: z.string().default(''),
});
export type Access = z.infer<typeof accessSchema>;

const stamp = { createdAt: z.string(), updatedAt: z.string(), deletedAt: z.string().nullable() };

export const libraryDocumentSchema = z.object({
  id: z.uuid(),
  title: z.string(),
  number: z.string(),
  /** As people write it: «15.03.2022»; '' when unknown. */
  date: z.string(),
  kind: documentKindSchema,
  /** As typed. Compared by `addressKey` of lib/reference/address. */
  address: z.string(),
  /** null: not known. */
  pageCount: z.number().int().positive().nullable(),
  access: accessSchema,
  /** Direction codes («1.1»). */
  directions: z.array(z.string()),
  note: z.string(),
  ...stamp,
});
export type LibraryDocument = z.infer<typeof libraryDocumentSchema>;

/** «Использование»: one document in one position, with its own pages and explanation. */
export const useSchema = z.object({
  id: z.uuid(),
  documentId: z.uuid(),
  /** Position id by meaning. */
  positionId: z.string(),
  /** Text and headings, so that a use can be shown and matched when the form changes. */
  positionText: z.string(),
  path: z.array(z.string()),
  pages: z.string(),
  explanation: z.string(),
  mechanism: z.enum(['mum', 'rum']).nullable(),
  year: z.number().int().nullable(),
  ...stamp,
});
export type Use = z.infer<typeof useSchema>;

/** What rules may know of an address without seeing the library. */
export interface DocumentFacts {
  readonly title: string;
  readonly pageCount: number | null;
  readonly access: Access['kind'];
  readonly directions: readonly string[];
  /** Number of library documents at this address: over 1 means the comment has to name which. */
  readonly sameAddress: number;
}

/** Why a document is offered in the insert menu, strongest first. */
export type SuggestionReason = 'used-here' | 'last-year' | 'same-track' | 'text' | 'search' | 'recent';

export interface Suggestion {
  readonly document: LibraryDocument;
  readonly reason: SuggestionReason;
  /** Pages and explanation proposed: those of the use the reason stands on, else ''. */
  readonly pages: string;
  readonly explanation: string;
  /** Number of positions the document is used in. */
  readonly uses: number;
}
