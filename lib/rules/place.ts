import type { Position } from '../model/form.ts';
import type { ComponentKind } from '../model/pack.ts';
import { headingKey } from '../reference/identity.ts';
import type { RuleContext, Track } from './types.ts';

/** Where a position belongs: from its criterion, or, where none was matched, from the headings above it. */
export interface Place {
  /** «1.2»; a heading's words where it has no code; '' when nothing is known. */
  readonly direction: string;
  readonly track: string;
  readonly role: Track['role'];
  readonly component: ComponentKind | null;
}

/** Component names as the slides and sites have them, by the beginnings of their words. The order matters. */
const COMPONENTS: readonly (readonly [RegExp, ComponentKind])[] = [
  [/^(?:анализ )?эффективност|^анализ эффективност/, 'effect'],
  [/^цел|^задач/, 'goals'],
  [/^метод/, 'methods'],
  [/^мониторинг/, 'monitoring'],
  [/^показател/, 'indicators'],
  [/^анализ/, 'analysis'],
  [/^адресные рекоменд|^рекоменд/, 'recommendations'],
  [/^управленческ\S* решени|^(?:принятие )?решени|^принятие управленческ/, 'decisions'],
  [/^мер(?:ы|оприят)|^(?:принятие|муниципальн\S*) мер|^принятие муниципальн\S* мер/, 'measures'],
];

function roleOf(keys: readonly string[]): Track['role'] {
  for (const key of keys) {
    if (/адресная поддержка школ с низкими/.test(key)) return 'low-schools-support';
    if (/развитие способностей обучающихся в соответствии с их потребност/.test(key))
      return 'talents-by-needs';
  }
  return null;
}

const byPath = new Map<string, Place>();

function fromPath(path: readonly string[]): Place {
  const id = path.join('|');
  const known = byPath.get(id);
  if (known) return known;
  const keys = path.map((part) => headingKey(part.slice(0, 300)));
  const code = path
    .map((part) => /^\D{0,20}([12]\.\d)(?!\d|\.\d)/.exec(part)?.[1])
    .find((one) => one !== undefined);
  const last = keys.at(-1) ?? '';
  const component = keys.length > 1 ? (COMPONENTS.find(([words]) => words.test(last))?.[1] ?? null) : null;
  const above = component ? keys.slice(0, -1) : keys;
  const place: Place = {
    direction: code ?? above.slice(0, -1).join('|'),
    track: above.join('|'),
    role: roleOf(keys),
    component,
  };
  if (byPath.size > 5000) byPath.clear();
  byPath.set(id, place);
  return place;
}

/** The place of a position. */
export function placeOf(position: Position, context: RuleContext): Place {
  const facts = context.criterion(position.id);
  if (!facts) return fromPath(position.path);
  return {
    direction: facts.directionCode,
    track: facts.trackKey,
    role: facts.trackRole,
    component: facts.component,
  };
}
