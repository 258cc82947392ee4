import type { ComponentKind, Pack, PackDirection } from '../../model/pack.ts';
import { componentKind } from '../components.ts';
import { TextIndex } from './texts.ts';
import { type Words, wordsOf } from './words.ts';

/** What one heading says. Indices are those of `PlaceNames`; empty sets: nothing of that level. */
interface HeadingMeaning {
  readonly direction: number | null;
  /** Tracks of this name, by number in the pack. */
  readonly tracks: ReadonlySet<number>;
  /** Components of this name, by number in the pack. */
  readonly components: ReadonlySet<number>;
  readonly kind: ComponentKind | null;
  /** «Наличие муниципальных показателей:» — the beginning of the positions' texts, not a place. */
  readonly stem: boolean;
}

/** Where a position stands, as far as its headings tell. */
export interface Place {
  readonly direction: number | null;
  readonly tracks: ReadonlySet<number>;
  readonly components: ReadonlySet<number>;
  readonly kind: ComponentKind | null;
  /** A heading that can only be a track, but none the pack knows. */
  readonly foreignTrack: boolean;
  readonly stem: string;
}

/** Most headings remembered between calls. */
const REMEMBERED = 5_000;
const CODE = /^[^\p{L}\d]*(?:направление|блок)?\s*(\d\.\d{1,2})(?:\.\d+)*(?!\d)/iu;

/** A code that can only be a direction's: two figures, not the beginning of a longer number. */
const BARE_CODE = /^[^\p{L}\d]*(?:направление\s*)?[12]\.[1-9](?!\.?\d)/iu;
/** A direction that the pack does not have. */
export const FOREIGN = -1;

type Level = 'section' | 'direction' | 'track' | 'component';

/** Names (with aliases) of a pack's directions, tracks and components, found forgivingly. */
export class Headings {
  private readonly index = new TextIndex();
  private readonly owners: { level: Level; number: number }[][] = [];
  private readonly codes = new Map<string, number>();
  private readonly remembered = new Map<string, HeadingMeaning>();
  private readonly places = new Map<string, Place>();

  constructor(pack: Pack) {
    let track = 0;
    let component = 0;
    for (const section of pack.sections) this.own(section.name, 'section', 0);
    pack.directions.forEach((direction: PackDirection, d) => {
      this.codes.set(direction.code, d);
      for (const name of [direction.name, ...(direction.aliases ?? [])]) this.own(name, 'direction', d);
      for (const packTrack of direction.tracks) {
        for (const name of [packTrack.name, ...(packTrack.aliases ?? [])]) this.own(name, 'track', track);
        track++;
        for (const part of packTrack.components) {
          for (const name of [part.name, ...(part.aliases ?? [])]) this.own(name, 'component', component);
          component++;
        }
      }
    });
  }

  /** Reads the headings above a position, outermost first. */
  place(path: readonly string[]): Place {
    const key = path.join('\u0000');
    const known = this.places.get(key);
    if (known) return known;
    if (this.places.size > REMEMBERED) this.places.clear();
    const place = this.read(path);
    this.places.set(key, place);
    return place;
  }

  private own(name: string, level: Level, number: number): void {
    const id = this.index.add(headingWords(name));
    const list = this.owners[id];
    if (list) list.push({ level, number });
    else this.owners[id] = [{ level, number }];
  }

  private read(path: readonly string[]): Place {
    let direction: number | null = null;
    let tracks: ReadonlySet<number> = new Set();
    let components: ReadonlySet<number> = new Set();
    let kind: ComponentKind | null = null;
    let foreignTrack = false;
    let stem = '';
    for (const heading of path) {
      const meaning = this.meaning(heading);
      if (meaning.stem) {
        stem = heading;
        kind ??= meaning.kind;
        continue;
      }
      if (meaning.direction !== null && (meaning.direction !== FOREIGN || direction === null))
        direction = meaning.direction;
      if (meaning.tracks.size > 0) {
        tracks = meaning.tracks;
        foreignTrack = false;
      }
      if (meaning.components.size > 0) components = meaning.components;
      if (meaning.kind !== null) kind = meaning.kind;
      const tells = meaning.direction !== null || meaning.tracks.size + meaning.components.size > 0;
      // Between direction and component stands the track: one the pack does not know is another track.
      if (!tells && meaning.kind === null && direction !== null && heading !== path[0] && tracks.size === 0)
        foreignTrack = true;
    }
    return { direction, tracks, components, kind, foreignTrack, stem };
  }

  private meaning(heading: string): HeadingMeaning {
    const known = this.remembered.get(heading);
    if (known) return known;
    if (this.remembered.size > REMEMBERED) this.remembered.clear();
    const meaning = this.interpret(heading);
    this.remembered.set(heading, meaning);
    return meaning;
  }

  private interpret(heading: string): HeadingMeaning {
    const tracks = new Set<number>();
    const components = new Set<number>();
    const words = headingWords(heading);
    const [best] = this.index.find(words);
    let direction: number | null = null;
    let section = false;
    if (best && (best.kind === 'same' || best.kind === 'prefix' || best.score > 0.75)) {
      for (const { level, number } of this.owners[best.id] ?? []) {
        if (level === 'direction') direction = number;
        else if (level === 'track') tracks.add(number);
        else if (level === 'component') components.add(number);
        else section = true;
      }
    }
    const named = direction !== null || section || tracks.size + components.size > 0;
    const kind = tracks.size > 0 && components.size === 0 ? null : componentKind(heading);
    // A bare code, or a code before a name that the pack does not have.
    if (!named && (kind === null || words.list.length === 0)) {
      const code = CODE.exec(heading)?.[1];
      direction = this.codes.get(code ?? '') ?? (BARE_CODE.test(heading) ? FOREIGN : null);
    }
    const stem = !named && heading.trim().endsWith(':') && words.list.length >= 2;
    return { direction, tracks, components, kind: stem ? componentKind(heading) : kind, stem };
  }
}

/** Words of a heading without «Направление», «Трек:», «Компонент» and a count «(7)» at its end. */
function headingWords(heading: string): Words {
  const bare = heading
    .replace(
      /^\s*(?:направление|трек|компонент(?:\s+управленческого\s+цикла)?|раздел|блок)(?=[\s:.«"]|$)[\s:.]*/i,
      '',
    )
    .replace(/\s*\(\d+\)\s*$/, '');
  return wordsOf(bare);
}
