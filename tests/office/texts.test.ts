import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

/** Keys of a union type as written in the source: texts are asked for by these at run time. */
function keysOf(file: string, type: string): string[] {
  const source = readFileSync(file, 'utf8');
  const body = new RegExp(`export type ${type} =([^;]+);`).exec(source)?.[1] ?? '';
  return [...body.matchAll(/'([^']+)'/g)].map((match) => match[1] as string);
}

describe.each(['ru', 'en'])('texts in %s', (language) => {
  const texts = parse(readFileSync(`locales/${language}.yml`, 'utf8')).office;

  it.each([
    ['errors', 'lib/office/errors.ts', 'OfficeErrorCode'],
    ['table', 'lib/office/table/types.ts', 'WarningKey'],
  ])('%s: each has one, and no other is kept', (section, file, type) => {
    const keys = keysOf(file, type);
    expect(keys.length).toBeGreaterThan(5);
    expect(Object.keys(texts[section]).sort()).toEqual([...keys].sort());
  });
});
