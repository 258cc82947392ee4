import { readdirSync, readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { applyProfile } from '../../../lib/form/profile/apply.ts';
import { makeProfile, type Pointed } from '../../../lib/form/profile/make.ts';
import type { RecognisedForm } from '../../../lib/form/types.ts';
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

/** How much of the expected a profile finds: right and wrong fields. */
export function measure(
  document: Document,
  profile: SiteProfile,
  expected: Expected,
): { right: number; wrong: string[]; all: number; positions: number; missing: readonly string[] } {
  const { form, missing } = applyProfile(document, profile);
  const owners = ownersOf(document, expected);
  return { ...wrongOf(form, owners), all: owners.size, positions: form.form.positions.length, missing };
}

export function open(html: Buffer | string): Document {
  return new JSDOM(html).window.document;
}

export type Owners = ReadonlyMap<Element, { readonly role: 'url' | 'comment'; readonly text: string }>;

/** Every field of the expectation with its role and its position. */
export function ownersOf(document: Document, expected: Expected): Owners {
  const owners = new Map<Element, { role: 'url' | 'comment'; text: string }>();
  for (const position of expected.positions)
    for (const row of position.rows) {
      const url = row.urlField ? document.querySelector(row.urlField) : null;
      const comment = row.commentField ? document.querySelector(row.commentField) : null;
      if (url) owners.set(url, { role: 'url', text: textKey(position.text) });
      if (comment) owners.set(comment, { role: 'comment', text: textKey(position.text) });
    }
  return owners;
}

/** Fields taken for another part or given to another position, in words, and how many are right. */
export function wrongOf(form: RecognisedForm, owners: Owners): { wrong: string[]; right: number } {
  const wrong: string[] = [];
  let right = 0;
  for (const position of form.form.positions) {
    const key = textKey(position.text);
    for (const row of position.rows)
      for (const role of ['url', 'comment'] as const) {
        const element = form.field(row.id, role);
        if (!element) continue;
        const own = owners.get(element);
        if (!own) wrong.push(`${role} is no field of the form (${element.outerHTML.slice(0, 80)})`);
        else if (own.role !== role) wrong.push(`${own.role} taken for ${role}`);
        else if (!own.text.includes(key) && !key.includes(own.text))
          wrong.push(`given to «${position.text.slice(0, 60)}», not «${own.text.slice(0, 60)}»`);
        else right++;
      }
  }
  return { wrong, right };
}

/** The largest boxes that hold text and fields of one position and of no other. */
export function blocksOf(document: Document, expected: Expected): Element[] {
  if (document.querySelector('[rowspan]')) return [];
  const owners = ownersOf(document, expected);
  return expected.positions.flatMap((position) => {
    const pointed = pointAt(document, position);
    if (!pointed) return [];
    const key = textKey(position.text);
    const own = [...owners].filter(([, owner]) => owner.text === key).map(([element]) => element);
    const foreign = [...owners].filter(([, owner]) => owner.text !== key).map(([element]) => element);
    let box: Element | null = pointed.link.parentElement;
    while (box && !(own.every((one) => box?.contains(one)) && box.contains(pointed.positionText)))
      box = box.parentElement;
    if (!box || box === document.body || foreign.some((one) => box?.contains(one))) return [];
    // A stem in a row of its own stays where it is: an item moved below another stem would be another position.
    return textKey(box.textContent ?? '').includes(key) ? [box] : [];
  });
}
