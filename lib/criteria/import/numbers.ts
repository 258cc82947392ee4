import { withoutEnd } from '../../reference/ends.ts';

const parts = (number: string): string[] => withoutEnd(number.trim(), '.) ').split('.');

/** «3» after «2», «1.1.3» after «1.1.2»: the next number of the same level. */
export function isNextNumber(before: string, number: string): boolean {
  const [a, b] = [parts(before), parts(number)];
  if (a.length !== b.length || !/^\d+$/.test(a.at(-1) ?? '') || !/^\d+$/.test(b.at(-1) ?? '')) return false;
  return Number(b.at(-1)) === Number(a.at(-1)) + 1 && a.slice(0, -1).join('.') === b.slice(0, -1).join('.');
}
