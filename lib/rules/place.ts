import type { Position } from '../model/form.ts';
import type { ComponentKind } from '../model/pack.ts';
import { headingKey } from '../reference/identity.ts';
import type { RuleContext, Track } from './types.ts';

/** Where a position belongs: by the headings above it, and by its criterion where one was matched. */
export interface Place {
  /** «1.2»; '' when neither criterion nor headings tell. */
  readonly direction: string;
  /** Positions with the same key stand in one direction, in one track. Matched or not: headings come first. */
  readonly group: string;
  readonly track: string;
  readonly role: Track['role'];
  readonly component: ComponentKind | null;
}

/** Component names as the slides and sites have them, by the beginnings of their words. The order matters. */
const COMPONENTS: readonly (readonly [RegExp, ComponentKind])[] = [
  [/^(?:анализ )?эффективност/, 'effect'],
  [/^цел|^задач/, 'goals'],
  [/^метод/, 'methods'],
  [/^мониторинг/, 'monitoring'],
  [/^показател/, 'indicators'],
  [/^анализ/, 'analysis'],
  [/^рекоменд/, 'recommendations'],
  [/^(?:управленческ\S* )?решени/, 'decisions'],
  [/^мер(?!итор)/, 'measures'],
];
/** Words that stand before the component's own: «Муниципальные показатели», «Адресные рекомендации», «Принятие мер». */
const BEFORE = /^(?:(?:муниципальн|региональн|адресн|принят|наличи|реализаци)[а-я]* )+/;

function roleOf(keys: readonly string[]): Track['role'] {
  for (const key of keys) {
    if (/адресная поддержка школ с низкими/.test(key)) return 'low-schools-support';
    if (/развитие способностей обучающихся в соответствии с их потребност/.test(key))
      return 'talents-by-needs';
  }
  return null;
}

interface ByPath {
  readonly code: string;
  readonly keys: readonly string[];
  readonly role: Track['role'];
  readonly component: ComponentKind | null;
}

const byPath = new Map<string, ByPath>();

function readPath(path: readonly string[]): ByPath {
  const id = path.join('|');
  const known = byPath.get(id);
  if (known) return known;
  const keys = path.map((part) => headingKey(part.slice(0, 300)));
  const code = path
    .map((part) => /^\D{0,20}([12]\.\d)(?!\d|\.\d)/.exec(part)?.[1])
    .find((one) => one !== undefined);
  const last = (keys.at(-1) ?? '').replace(BEFORE, '');
  const component = keys.length > 1 ? (COMPONENTS.find(([words]) => words.test(last))?.[1] ?? null) : null;
  const read = { code: code ?? '', keys, role: roleOf(keys), component };
  if (byPath.size > 5000) byPath.clear();
  byPath.set(id, read);
  return read;
}

/** The place of a position. */
export function placeOf(position: Position, context: RuleContext): Place {
  const facts = context.criterion(position.id);
  const read = readPath(position.path);
  const component = facts?.component ?? read.component;
  const above = component && read.keys.length > 1 ? read.keys.slice(0, -1) : read.keys;
  const direction = facts?.directionCode ?? read.code;
  return {
    direction,
    group: read.code || above.slice(0, -1).join('|') || direction,
    track: above.length > 0 ? above.join('|') : (facts?.trackKey ?? ''),
    role: facts?.trackRole ?? read.role,
    component,
  };
}
