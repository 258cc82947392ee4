import type { NewDocument, NewUse } from '../../lib/library/types.ts';

/** A document with everything a test does not care about. */
export function newDocument(patch: Partial<NewDocument> = {}): NewDocument {
  return {
    title: 'Приказ о мониторинге',
    number: '',
    date: '',
    kind: 'order',
    address: 'https://edu.example.ru/prikaz.pdf',
    pageCount: null,
    access: { kind: 'open', note: '' },
    directions: [],
    note: '',
    ...patch,
  };
}

/** A use with everything a test does not care about. */
export function newUse(documentId: string, patch: Partial<NewUse> = {}): NewUse {
  return {
    documentId,
    positionId: 'p1',
    positionText: 'Наличие муниципальных показателей',
    path: ['1.1. Система оценки качества', 'Объективность', 'Показатели'],
    pages: '3–5',
    explanation: '',
    mechanism: 'mum',
    year: 2022,
    ...patch,
  };
}

let count = 0;

/** A database nobody else uses. */
export function freshName(): string {
  count++;
  return `library-test-${count}-${crypto.randomUUID()}`;
}
