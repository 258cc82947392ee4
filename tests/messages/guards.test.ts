import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardRequest } from '../../lib/messages/guards.ts';
import { checkRequest, registry } from '../../lib/messages/registry.ts';
import { toContent } from '../../lib/messages/to-content.ts';

const parts = fc.record({
  name: fc.string(),
  pages: fc.array(fc.tuple(fc.nat(), fc.nat())),
  login: fc.string(),
  password: fc.string(),
  access: fc.string(),
  explanation: fc.string(),
});

const place = fc.record({
  positionId: fc.string({ maxLength: 200 }),
  rowIndex: fc.nat(1000),
  field: fc.constantFrom('url', 'comment'),
  value: fc.string(),
});

/** Values that fit a request, and the same with one field spoilt or missing. */
const valid = fc.record({
  positionId: fc.string({ maxLength: 200 }),
  rowId: fc.string({ maxLength: 300 }),
  field: fc.constantFrom('url', 'comment'),
  value: fc.string(),
  hidden: fc.boolean(),
  address: fc.string(),
  documentId: fc.option(fc.string({ maxLength: 100 })),
  parts,
  fields: fc.array(place, { maxLength: 3 }),
});
const spoilt = fc
  .tuple(
    valid,
    fc.constantFrom(
      'positionId',
      'rowId',
      'field',
      'value',
      'hidden',
      'address',
      'documentId',
      'parts',
      'fields',
    ),
    fc.anything(),
  )
  .map(([value, key, junk]) => ({ ...value, [key]: junk }));
const spoiltParts = fc
  .tuple(valid, fc.constantFrom('name', 'pages', 'login', 'password', 'access', 'explanation'), fc.anything())
  .map(([value, key, junk]) => ({ ...value, parts: { ...value.parts, [key]: junk } }));

const spoiltPlace = fc
  .tuple(valid, fc.constantFrom('positionId', 'rowIndex', 'field', 'value'), fc.anything())
  .map(([value, key, junk]) => ({
    ...value,
    fields: value.fields.map((field) => ({ ...field, [key]: junk })),
  }));

describe('guards of the content script', () => {
  const names = Object.keys(toContent);

  it('exist for every message to the form', () => {
    for (const name of names) expect(guardRequest(name, null)).toMatchObject({ reason: 'not an object' });
    expect(guardRequest('toString', {})).toMatchObject({ ok: false });
  });

  it.each(names)('%s agrees with the schema', (name) => {
    fc.assert(
      fc.property(fc.oneof(valid, spoilt, spoiltParts, spoiltPlace), (data) => {
        expect(guardRequest(name, data).ok).toBe(checkRequest(name, data).ok);
      }),
      { numRuns: 300 },
    );
  });
});

describe('registry', () => {
  it('names for every message who may send it', () => {
    for (const [name, entry] of Object.entries(registry)) {
      expect(entry.from.length, name).toBeGreaterThan(0);
      if (name.startsWith('form.')) expect(entry.from, name).toEqual(['page']);
    }
  });
});
