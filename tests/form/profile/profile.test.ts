import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { applyProfile } from '../../../lib/form/profile/apply.ts';
import {
  type ProfileRefusal,
  profileFile,
  profileSchema,
  readProfileFile,
} from '../../../lib/model/profile.ts';
import { randomOf } from '../generate/model.ts';
import { change } from './change.ts';
import { blocksOf, fillablePages, make, measure, open, ownersOf, pointAt, wrongOf } from './fixtures.ts';

const pages = fillablePages();

describe('one position pointed at', () => {
  it('there are pages to try', () => expect(pages.length).toBeGreaterThan(30));

  let tried = 0;
  let whole = 0;
  it.each(pages.map((page) => [page.name, page] as const))('takes nothing wrong on %s', (_name, page) => {
    const document = open(page.html);
    for (const [index, position] of page.expected.positions.slice(0, 8).entries()) {
      const pointed = pointAt(document, position);
      if (!pointed) continue;
      const profile = make(document, pointed);
      expect(profileSchema.safeParse(profile).success).toBe(true);
      const found = measure(document, profile, page.expected);
      expect(found.wrong, `position ${index}`).toEqual([]);
      if (found.right === 0) expect(found.missing).toContain('position');
      tried++;
      if (found.right === found.all && found.positions === page.expected.positions.length) whole++;
    }
  });

  it('gives all positions and fields from nearly every example', () =>
    expect(whole / tried).toBeGreaterThan(0.95));

  it.each(['stem-items-nested-list.html', 'singlefile-saved-bom.html'])(
    'further examples add what is left of %s',
    (name) => {
      const page = pages.find((one) => one.name === name);
      const document = open(page?.html ?? '');
      const positions = page?.expected.positions ?? [];
      const profile = positions.reduce<ReturnType<typeof make> | null>((base, position) => {
        const pointed = pointAt(document, position);
        return pointed ? make(document, pointed, base) : base;
      }, null);
      const found = profile && page && measure(document, profile, page.expected);
      expect(found).toMatchObject({ right: found?.all, wrong: [], positions: positions.length });
    },
  );
});

describe('a page that changed', () => {
  it('keeps its fields or says what is missing, and never takes one for another', {
    timeout: 120_000,
  }, () => {
    let kept = 0;
    let all = 0;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
        const random = randomOf(seed);
        const page = random.pick([...pages]);
        const dom = new JSDOM(page.html);
        try {
          const { document } = dom.window;
          const position = random.pick(page.expected.positions.filter((one) => pointAt(document, one)));
          const pointed = pointAt(document, position);
          if (!pointed) return;
          const profile = make(document, pointed);
          const owners = ownersOf(document, page.expected);
          const steps = change(document, blocksOf(document, page.expected), random);
          const { form, missing } = applyProfile(document, profile);
          const { wrong, right } = wrongOf(form, owners);
          expect(wrong, `${page.name}: ${steps.join(', ')}`).toEqual([]);
          kept += right;
          all += owners.size;
          if (right === 0) expect(missing.length, page.name).toBeGreaterThan(0);
        } finally {
          dom.window.close();
        }
      }),
      { numRuns: 400, interruptAfterTimeLimit: 15_000, endOnFailure: true },
    );
    // Not only safe: nearly everything is found again.
    expect(kept / all).toBeGreaterThan(0.9);
  });

  it('says which part is missing when comments went', () => {
    const document = open(
      '<form>' +
        [1, 2, 3]
          .map((n) => `<div><p>Наличие муниципальных показателей ${n}</p><input><textarea></textarea></div>`)
          .join('') +
        '</form>',
    );
    const [text, link, comment] = ['p', 'input', 'textarea'].map(
      (tag) => document.querySelector(tag) as Element,
    );
    const profile = make(document, {
      positionText: text as Element,
      link: link as Element,
      comment: comment as Element,
    });
    expect(applyProfile(document, profile).missing).toEqual([]);
    for (const area of document.querySelectorAll('textarea')) area.remove();
    expect(applyProfile(document, profile).missing).toEqual(['comment']);
    for (const input of document.querySelectorAll('input')) input.remove();
    expect(applyProfile(document, profile).missing).toContain('position');
  });
});

describe('a layout nobody can guess', () => {
  const row = (name: string) => `<tr><td>${name}</td><td><input></td><td><input></td><td><input></td></tr>`;
  const page = `<table><tr><td><img src="a.png"></td><td><img src="b.png"></td><td><img src="c.png"></td><td><img src="d.png"></td></tr>${['Порядок учёта', 'Сроки', 'Ответственные лица'].map(row).join('')}</table>`;

  it('three unlabelled fields a row: the second is the link, the third the comment', () => {
    const document = open(page);
    const cells = [...document.querySelectorAll('tr')]
      .slice(1)
      .map((tr) => [...tr.querySelectorAll('input')]);
    const profile = make(document, {
      positionText: document.querySelectorAll('td')[4] as Element,
      link: cells[0]?.[1] as Element,
      comment: cells[0]?.[2] as Element,
    });
    const { form, missing } = applyProfile(document, profile);
    expect(missing).toEqual([]);
    expect(form.form.positions.map((one) => one.text)).toEqual([
      'Порядок учёта',
      'Сроки',
      'Ответственные лица',
    ]);
    form.form.positions.forEach((position, i) => {
      expect(position.rows).toHaveLength(1);
      expect(form.field(`${position.id}#0`, 'url')).toBe(cells[i]?.[1]);
      expect(form.field(`${position.id}#0`, 'comment')).toBe(cells[i]?.[2]);
    });
  });
});

describe('a profile as a file', () => {
  const document = open('<form><div><p>Наличие показателей</p><input><textarea></textarea></div></form>');
  const [text, link, comment] = ['p', 'input', 'textarea'].map(
    (tag) => document.querySelector(tag) as Element,
  );
  const profile = make(document, {
    positionText: text as Element,
    link: link as Element,
    comment: comment as Element,
  });

  it('comes back as it was', () => expect(readProfileFile(profileFile(profile))).toEqual(profile));

  it.each<[string, string, ProfileRefusal]>([
    ['no JSON', '{', { reason: 'json', path: '' }],
    ['something else', '{"kind":"pack"}', { reason: 'kind', path: '' }],
    ['a newer version', '{"kind":"fis-oko-site-profile","format":2}', { reason: 'format', path: '' }],
    ['a part missing', JSON.stringify({ ...profile, link: [] }), { reason: 'content', path: 'link' }],
    [
      'a part damaged',
      JSON.stringify({ ...profile, position: [{ ...profile.position[0], gap: -1 }] }),
      { reason: 'content', path: 'position.0.gap' },
    ],
  ])('%s is refused', (_what, file, refusal) => expect(readProfileFile(file)).toEqual(refusal));
});
