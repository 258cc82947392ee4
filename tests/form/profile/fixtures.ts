import { readdirSync, readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { applyProfile } from '../../../lib/form/profile/apply.ts';
import { makeProfile, type Pointed } from '../../../lib/form/profile/make.ts';
import type { SiteProfile } from '../../../lib/model/profile.ts';
import { textKey } from '../../../lib/reference/text.ts';
import type { Expected } from '../compare.ts';

const FOLDER = 'tests/fixtures/pages';

/** A saved page with its expectation. */
export interface SavedPage {
  readonly name: string;
  readonly html: Buffer;
  readonly expected: Expected;
}

/** Saved pages that can be filled in and have enough to generalise from: two positions with fields. */
export function fillablePages(): SavedPage[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.html'))
    .map((name) => ({
      name,
      html: readFileSync(`${FOLDER}/${name}`),
      expected: JSON.parse(
        readFileSync(`${FOLDER}/${name.replace(/\.html$/, '.expected.json')}`, 'utf8'),
      ) as Expected,
    }))
    .filter(({ expected }) => expected.mode === 'fill' && expected.positions.length > 0);
}

/** The text a person clicks to show a position: of the texts that make it up, the longest nearest before its link. */
export function nodeOfText(document: Document, text: string, link: Element): Text | null {
  const key = textKey(text);
  let best: Text | null = null;
  let most = 0;
  const walker = document.createTreeWalker(document.body, 4);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const own = textKey((node as Text).data).replace(/^[\d ]+/, '');
    if (own.length < 8 || !(key.includes(own) || own.includes(key))) continue;
    const ahead = (link.compareDocumentPosition(node) & 2) !== 0;
    // The item of a lead-in and its item stands last; parts of a split text are as good as its whole.
    const score =
      (ahead ? 1000 : 0) + (key.endsWith(own) || own.includes(key) ? 200 : 0) + Math.min(100, own.length);
    if (score >= most) [best, most] = [node as Text, score];
  }
  return best;
}

/** What a person points at in one position of a saved page; null where the position has no row to point at. */
export function pointAt(document: Document, position: Expected['positions'][number]): Pointed | null {
  const row =
    position.rows.find((one) => one.urlField !== null && one.commentField !== null) ?? position.rows[0];
  const link = row?.urlField ? document.querySelector(row.urlField) : null;
  const comment = row?.commentField ? document.querySelector(row.commentField) : null;
  const text = link && nodeOfText(document, position.text, link);
  return link && text ? { positionText: text, link, comment } : null;
}

export function make(document: Document, pointed: Pointed, base: SiteProfile | null = null): SiteProfile {
  return makeProfile(document, pointed, {
    site: 'lk.example.ru',
    title: document.title,
    made: '2022-06-01T10:00:00.000Z',
    base,
  });
}

/** How much of the expected a profile finds: right and wrong fields, by role. */
export function measure(
  document: Document,
  profile: SiteProfile,
  expected: Expected,
): {
  right: number;
  wrong: string[];
  all: number;
  positions: number;
  texts: number;
  missing: readonly string[];
  paths: number;
} {
  const { form, missing } = applyProfile(document, profile);
  const owner = new Map<Element, { role: string; text: string }>();
  let all = 0;
  for (const position of expected.positions)
    for (const row of position.rows)
      for (const [role, selector] of [
        ['url', row.urlField],
        ['comment', row.commentField],
      ] as const) {
        const element = selector ? document.querySelector(selector) : null;
        if (!element) continue;
        owner.set(element, { role, text: textKey(position.text) });
        all++;
      }
  let right = 0;
  let texts = 0;
  const wrong: string[] = [];
  for (const position of form.form.positions) {
    const key = textKey(position.text);
    if (
      expected.positions.some(
        (one) =>
          textKey(one.text) === key || key.endsWith(textKey(one.text)) || textKey(one.text).endsWith(key),
      )
    )
      texts++;
    for (const row of position.rows)
      for (const role of ['url', 'comment'] as const) {
        const element = form.field(row.id, role);
        if (!element) continue;
        const own = owner.get(element);
        if (!own) wrong.push(`${role} is no field of the form (${element.outerHTML.slice(0, 80)})`);
        else if (own.role !== role) wrong.push(`${own.role} taken for ${role}`);
        else if (own.text !== key && !own.text.endsWith(key) && !key.endsWith(own.text))
          wrong.push(`given to «${position.text.slice(0, 60)}», not «${own.text.slice(0, 60)}»`);
        else right++;
      }
  }
  const paths = 0;
  return { right, wrong, all, positions: form.form.positions.length, texts, missing, paths };
}

export function open(html: Buffer | string): Document {
  return new JSDOM(html).window.document;
}
