import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bestPack } from '../../entrypoints/background/best-pack.ts';
import { loadPack } from '../../lib/criteria/load.ts';
import type { Pack } from '../../lib/model/pack.ts';

function pack(id: string): Pack {
  const result = loadPack(JSON.parse(readFileSync(`assets/packs/${id}.json`, 'utf8')));
  if (!result.ok) throw new Error(id);
  return result.pack;
}

const PACKS = ['mum-2022', 'mum-2021', 'training-mum', 'training-rum', 'rum-2022'].map(pack);
const positionsOf = (one: Pack) =>
  one.directions.flatMap((direction) =>
    direction.tracks.flatMap((track) =>
      track.components.flatMap((component) =>
        component.positions.map(({ text }) => ({
          path: [`${direction.code}. ${direction.name}`, track.name, component.name],
          text,
        })),
      ),
    ),
  );
const none = () => null;

describe('the pack for a form', () => {
  it('is the one that knows most of its positions', () => {
    const training = positionsOf(pack('training-mum'));
    expect(bestPack(PACKS, 'mum', training, none)?.pack.id).toBe('training-mum');
    expect(bestPack(PACKS, null, positionsOf(pack('training-rum')), none)?.pack.id).toBe('training-rum');
  });

  it('is the official one where both know the same', () => {
    expect(bestPack(PACKS, 'mum', positionsOf(pack('mum-2022')).slice(0, 1), none)?.pack.id).toBe('mum-2022');
  });

  it('is the one the user chose', () => {
    const chosen = (mechanism: string, year: number) =>
      mechanism === 'mum' && year === 2022 ? 'mum-2022' : null;
    expect(bestPack(PACKS, 'mum', positionsOf(pack('training-mum')), chosen)?.pack.id).toBe('mum-2022');
  });

  it('is the one of its year, whatever was chosen for another one', () => {
    const training = pack('training-mum');
    const packs = [...PACKS, { ...training, id: 'next', year: 2023, kind: 'official' as const }];
    const chosen = (mechanism: string, year: number) =>
      mechanism === 'mum' && year === 2022 ? 'training-mum' : null;
    expect(bestPack(packs, 'mum', positionsOf(training), chosen)?.pack.id).toBe('next');
  });

  it('is none for a form no pack knows', () => {
    expect(bestPack(PACKS, 'mum', [{ path: [], text: 'Название организации' }], none)).toBeNull();
  });
});
