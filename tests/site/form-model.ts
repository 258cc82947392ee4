import { existsSync, readFileSync } from 'node:fs';
import type { Mechanism } from '../../lib/model/form.ts';
import type { Pack } from '../../lib/model/pack.ts';
import { generateForm } from './generate.ts';

/** The form the site shows: the same in every layout, whatever the page looks like. */
export interface SiteForm {
  /** `mum`, `rum`, or `mum-400` for a generated one of that size. */
  readonly id: string;
  readonly mechanism: Mechanism;
  readonly title: string;
  readonly directions: readonly SiteDirection[];
}

export interface SiteDirection {
  readonly code: string;
  readonly name: string;
  readonly tracks: readonly SiteTrack[];
}

export interface SiteTrack {
  readonly name: string;
  readonly components: readonly SiteComponent[];
}

export interface SiteComponent {
  readonly name: string;
  readonly positions: readonly SitePosition[];
}

export interface SitePosition {
  /** Name of the position in the site's own fields, e.g. `p1_1_2_3_1`. */
  readonly key: string;
  /** Number shown, e.g. `1.1.2.3.1`. */
  readonly number: string;
  readonly text: string;
  readonly points: number | null;
}

/** Links a position has room for (requirements to МУМ materials: «не более 5 ссылок»). */
export const ROWS = 5;

const TITLES: Readonly<Record<Mechanism, string>> = {
  mum: 'Форма сбора первичных данных МУМ',
  rum: 'Форма сбора первичных данных РУМ',
};

/** Turns a criteria pack into the form that asks for its positions. */
export function formFromPack(pack: Pack, id: string): SiteForm {
  return {
    id,
    mechanism: pack.mechanism,
    title: `${TITLES[pack.mechanism]} (учебная)`,
    directions: pack.directions.map((direction) => ({
      code: direction.code,
      name: direction.name,
      tracks: direction.tracks.map((track, t) => ({
        name: track.name,
        components: track.components.map((component, c) => ({
          name: component.name,
          positions: component.positions.map((position, p) => {
            const number = `${direction.code}.${t + 1}.${c + 1}.${p + 1}`;
            return {
              key: `p${number.replaceAll('.', '_')}`,
              number,
              text: position.text,
              points: position.points,
            };
          }),
        })),
      })),
    })),
  };
}

/**
 * The form of a mechanism. Without `size` the whole training pack; with it (or while the pack is not there)
 * a generated form of that many positions.
 */
export function loadForm(mechanism: Mechanism, size?: number): SiteForm {
  const file = new URL(`../../assets/packs/training-${mechanism}.json`, import.meta.url);
  if (size === undefined && existsSync(file))
    return formFromPack(JSON.parse(readFileSync(file, 'utf8')) as Pack, mechanism);
  const count = size ?? (mechanism === 'mum' ? 360 : 60);
  const id = size === undefined ? mechanism : `${mechanism}-${size}`;
  return { id, mechanism, title: `${TITLES[mechanism]} (учебная)`, directions: generateForm(count) };
}

/** All positions in the form's order, with their headings. */
export function positionsOf(
  form: SiteForm,
): { position: SitePosition; path: readonly [string, string, string] }[] {
  return form.directions.flatMap((direction) =>
    direction.tracks.flatMap((track) =>
      track.components.flatMap((component) =>
        component.positions.map((position) => ({
          position,
          path: [`${direction.code}. ${direction.name}`, track.name, component.name] as const,
        })),
      ),
    ),
  );
}
