import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withAlias } from '../../lib/criteria/card.ts';
import { mergeEdited } from '../../lib/criteria/merge.ts';
import { type Pack, type PackPosition, packSchema } from '../../lib/model/pack.ts';

const pack = packSchema.parse(JSON.parse(readFileSync('assets/packs/training-mum.json', 'utf8')));

function first(of: Pack): PackPosition {
  const position = of.directions[0]?.tracks[0]?.components[0]?.positions[0];
  if (!position) throw new Error('empty');
  return position;
}

function edited(change: (to: Pack) => void): Pack {
  const copy = structuredClone(pack);
  change(copy);
  return copy;
}

describe('mergeEdited', () => {
  it('keeps what was confirmed on the form while the pack was being edited', () => {
    const mine = edited((to) => {
      first(to).points = 9;
      to.title = 'Мой набор';
    });
    const stored = { ...withAlias(pack, first(pack).id, 'Как в форме'), harmfulPhrases: [] };
    const saved = mergeEdited(pack, mine, stored);
    expect(first(saved)).toMatchObject({ points: 9, aliases: ['Как в форме'] });
    expect(saved.title).toBe('Мой набор');
  });

  it('lets the editor win where both changed the same field', () => {
    const mine = edited((to) => {
      first(to).criterion = 'Моё';
    });
    const theirs = edited((to) => {
      first(to).criterion = 'Чужое';
    });
    expect(first(mergeEdited(pack, mine, theirs)).criterion).toBe('Моё');
  });

  it('changes nothing where nothing was changed', () => {
    expect(mergeEdited(pack, pack, pack)).toEqual(pack);
  });
});
