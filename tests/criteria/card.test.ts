import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { criterionCard, withAlias } from '../../lib/criteria/card.ts';
import { openPack } from '../../lib/criteria/open.ts';
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
    });
  });

  it('says nothing where nothing changed or nothing is known', () => {
    expect(criterionCard(index, id, [pack])?.earlier).toBeNull();
    expect(criterionCard(index, id, [pack, { ...pack, id: 'old', year: 2021 }])?.earlier).toBeNull();
    expect(criterionCard(index, 'нет такого', [pack])).toBeNull();
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
