import { headingKey } from '../../lib/reference/identity.ts';
import { textKey } from '../../lib/reference/text.ts';

/** What a saved page's expectation says; same fields as `inspect --json`. */
export interface Expected {
  type: 'form' | 'unknown';
  mode: 'fill' | 'review' | null;
  positions: {
    path: string[];
    text: string;
    rows: { url: string; comment: string; urlField: string | null; commentField: string | null }[];
    scoreField: string | null;
  }[];
}

/** Number and quotes of a heading are forgiven; a section before the direction too. */
function pathKey(path: readonly string[]): string {
  const keys = path
    .filter((text, i) => i > 0 || !/механизмы управления качеством/i.test(text))
    .map(headingKey);
  return keys.join(' / ');
}

/** Path and text together, so that a lead-in may stand at the end of the one or the beginning of the other. */
function whole(position: { path: readonly string[]; text: string }): string {
  return `${pathKey(position.path)} / ${textKey(position.text)}`.replaceAll(' / ', ' ');
}

/** Differences between what was expected and what was read, as lines for people; empty when all is right. */
export function differences(expected: Expected, actual: Expected, document: Document): string[] {
  const out: string[] = [];
  const say = (what: string, want: unknown, got: unknown): void => {
    out.push(`${what}: expected ${JSON.stringify(want)}, got ${JSON.stringify(got)}`);
  };
  if (expected.type !== actual.type) say('type', expected.type, actual.type);
  if (expected.mode !== actual.mode) say('mode', expected.mode, actual.mode);
  if (expected.positions.length !== actual.positions.length)
    say('positions', expected.positions.length, actual.positions.length);
  const field = (at: string, want: string | null, got: string | null): void => {
    if (actual.mode === 'review' && (want === null || got === null)) return;
    const one = (selector: string | null): Element | null => {
      if (selector === null) return null;
      const all = document.querySelectorAll(selector);
      return all.length === 1 ? (all[0] as Element) : null;
    };
    if ((want === null) !== (got === null) || (want !== null && one(want) !== one(got))) say(at, want, got);
  };
  expected.positions.forEach((want, i) => {
    const got = actual.positions[i];
    if (!got) {
      say(`position ${i}`, want.text, null);
      return;
    }
    if (whole(want) !== whole(got)) {
      say(`position ${i} path`, want.path, got.path);
      if (want.text !== got.text) say(`position ${i} text`, want.text, got.text);
    } else if (
      want.text !== got.text &&
      !want.text.endsWith(got.text) &&
      textKey(want.text) !== textKey(got.text)
    ) {
      say(`position ${i} text`, want.text, got.text);
    }
    if (want.rows.length !== got.rows.length) say(`position ${i} rows`, want.rows.length, got.rows.length);
    field(`position ${i} scoreField`, want.scoreField, got.scoreField);
    want.rows.forEach((row, r) => {
      const own = got.rows[r];
      if (!own) return;
      if (row.url !== own.url) say(`position ${i} row ${r} url`, row.url, own.url);
      if (row.comment !== own.comment) say(`position ${i} row ${r} comment`, row.comment, own.comment);
      field(`position ${i} row ${r} urlField`, row.urlField, own.urlField);
      field(`position ${i} row ${r} commentField`, row.commentField, own.commentField);
    });
  });
  return out;
}
