import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { criterionCard, withAlias } from '../../lib/criteria/card.ts';
import { formerPlaces } from '../../lib/criteria/former.ts';
import { openPack } from '../../lib/criteria/open.ts';
import { suggestions } from '../../lib/criteria/suggestions.ts';
import { changesOf, historyLine } from '../../lib/criteria/told.ts';
import { type Pack, packSchema } from '../../lib/model/pack.ts';

const pack = packSchema.parse(JSON.parse(readFileSync('assets/packs/training-mum.json', 'utf8')));
const index = openPack(pack);
const entry = index.entries[5];
if (!entry) throw new Error('the training pack is empty');
const id = entry.position.id;

function reworded(year: number): Pack {
  const old = structuredClone(pack);
  for (const direction of old.directions)
    for (const track of direction.tracks)
      for (const component of track.components)
        for (const position of component.positions)
          if (position.id === id)
            Object.assign(position, { text: `${position.text} в прежней редакции`, points: 7 });
  return { ...old, id: `training-${year}`, year };
}

describe('criterionCard', () => {
  it('says how the position read in the latest earlier year', () => {
    const card = criterionCard(index, id, [pack, reworded(2020), reworded(2021)]);
    expect(card?.earlier).toEqual({
      year: 2021,
      text: `${entry.position.text} в прежней редакции`,
      points: 7,
      criterion: entry.position.criterion,
      changed: ['text', 'points'],
    });
  });

  it('says that a position is new where the year before had none like it', () => {
    const before = reworded(2021);
    for (const direction of before.directions)
      for (const track of direction.tracks)
        for (const component of track.components)
          component.positions = component.positions.filter((position) => position.id !== id);
    expect(criterionCard(index, id, [pack, { ...before, complete: true }])?.newSince).toBe(2021);
    expect(criterionCard(index, id, [pack, { ...before, complete: false }])?.newSince).toBeNull();
  });

  it('says nothing where nothing changed or nothing is known', () => {
    expect(criterionCard(index, id, [pack])?.earlier).toBeNull();
    expect(criterionCard(index, id, [pack, { ...pack, id: 'old', year: 2021 }])?.earlier).toBeNull();
    expect(criterionCard(index, 'нет такого', [pack])).toBeNull();
  });
});

describe('formerPlaces', () => {
  it('gives the wordings of earlier years and those the pack keeps', () => {
    const taught = withAlias(pack, id, 'Как в форме');
    const found = openPack(taught).byId(id);
    if (!found) throw new Error(id);
    const texts = formerPlaces(taught, found, [taught, reworded(2021)]).map(({ text }) => text);
    expect(texts).toEqual([entry.position.text, 'Как в форме', `${entry.position.text} в прежней редакции`]);
  });
});

describe('told', () => {
  it('says what changed and what confirmed the position', () => {
    const earlier = {
      year: 2021,
      text: 'Было',
      points: 2,
      criterion: '',
      changed: ['text', 'points'] as const,
    };
    expect(changesOf({ earlier, newSince: null })).toEqual([
      'Формулировка была другой (2021): «Было».',
      'В 2021 году — 2 балла.',
    ]);
    expect(changesOf({ earlier: null, newSince: 2021 })[0]).toContain('она новая');
    expect(changesOf({ earlier: null, newSince: null })).toEqual([]);
    expect(historyLine({ year: 2022, title: 'Приказ', pages: '3-5' })).toBe(
      'В 2022 году эта позиция подтверждалась документом «Приказ», с.\u00a03–5.',
    );
    expect(historyLine({ year: 2022, title: 'Приказ', pages: '' })).not.toContain(', ');
  });
});

describe('suggestions of the address bar', () => {
  const training = { ...pack, title: 'Учебный' };
  const own: Pack = { ...pack, id: 'own', kind: 'official' };

  it('offers criteria once, the official pack first, with what is searched for', async () => {
    let loads = 0;
    const found = suggestions(async () => {
      loads++;
      return [training, own];
    });
    const lines = await found('мониторинга показателей', 6);
    expect(lines).toHaveLength(6);
    expect(new Set(lines.map(({ content }) => content)).size).toBe(6);
    for (const { content, description } of lines) {
      expect(content).toMatch(/^[12]\.\d /);
      expect(description).not.toMatch(/[<>&]/);
    }
    await found('целей', 6);
    expect(loads).toBe(1);
    expect(await found('ц', 6)).toEqual([]);
  });

  it('keeps markup of a pack out of the line, and reads again after a failure', async () => {
    let fails = true;
    const marked = structuredClone(pack);
    const [first] = marked.directions[0]?.tracks[0]?.components[0]?.positions ?? [];
    if (first) first.text = '<url>Подмена</url> & "цель"';
    const found = suggestions(async () => {
      if (fails) throw new Error('the disk is gone');
      return [marked];
    });
    await expect(found('подмена', 6)).rejects.toThrow();
    fails = false;
    expect((await found('подмена', 6))[0]?.description).not.toMatch(/[<>&"]/);
  });
});

describe('withAlias', () => {
  it('makes an unsure text a sure one, and travels with the pack', () => {
    const text = 'Совсем другими словами о той же самой позиции формы';
    const path = [`${entry.direction.code}. ${entry.direction.name}`, entry.track.name, entry.component.name];
    const [before] = index.match([{ path, text }]);
    expect(before?.certainty ?? 0).toBeLessThan(0.8);
    const taught = withAlias(withAlias(pack, id, text), id, text);
    const [after] = openPack(taught).match([{ path, text }]);
    expect(after?.entry.position.id).toBe(id);
    expect(after?.certainty).toBe(1);
    expect(
      openPack(taught)
        .byId(id)
        ?.position.aliases?.filter((alias) => alias === text),
    ).toHaveLength(1);
  });
});
