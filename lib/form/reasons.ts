import { memo } from './memo.ts';
import { type LabelRole, labelRole } from './words.ts';

/** One thing that speaks for what a field is. */
export interface Reason {
  readonly role: LabelRole;
  readonly kind: string;
  readonly seen: string;
  readonly weight: number;
}

/** What follows from reasons for a field of one type. */
export interface Verdict {
  readonly role: LabelRole | null;
  /** Labels name one role and nothing speaks against it. */
  readonly plain: boolean;
}

const NUMBER = /(?:№\s*|[\s[(]|^)(\d{1,2})(?![\d.])\s*[:.)\]]?\s*$|^(\d{1,2})[.)]?\s+\p{L}/u;

/** The number in a label: «Ссылка 2», «2. Комментарий». */
export const numberIn = memo((label): number | null => {
  const match =
    NUMBER.exec(label) ??
    /(?:ссылк\S*|комментари\S*|документ\S*|строк\S*)[^\d]{0,24}(\d{1,2})(?!\d)/i.exec(label);
  const value = match?.[1] ?? match?.[2];
  return value ? Number(value) : null;
});

/** So many different reasons in the same place are shared; more are names that each field has for itself. */
const SHARED = 12;

/**
 * All that speaks for what a field is, in the order it was seen. Never changes: fields of one kind (same column, same
 * labels) share one object, so that what follows is found once for all of them.
 */
export class Reasons {
  static none(): Reasons {
    return new Reasons([], '', null);
  }

  readonly list: readonly Reason[];
  /** Whether one of them says enough by itself. */
  readonly strong: boolean;
  private readonly last: Reason | undefined;
  /** Number in the first label that has one. */
  readonly number: number | null;
  /** The last label as it was read: reasons keep its beginning only. */
  private readonly text: string;
  private readonly more: Reasons[] = [];
  private readonly verdicts = new Map<string, Verdict>();

  private constructor(list: readonly Reason[], text: string, number: number | null) {
    this.list = list;
    this.strong = list.some(({ weight }) => weight >= 0.3);
    this.last = list.at(-1);
    this.text = text;
    this.number = number;
  }

  /** With a label that may name a role. */
  said(kind: string, text: string, weight: number): Reasons {
    if (text === '') return this;
    const known = this.find(kind, text, weight);
    if (known) return known;
    const role = labelRole(text);
    return role === null
      ? this
      : this.add({ role, kind, seen: text.slice(0, 80), weight }, text, numberIn(text));
  }

  /** With a reason that no words give. */
  guessed(role: LabelRole, kind: string, seen: string, weight: number): Reasons {
    return this.find(kind, seen, weight, role) ?? this.add({ role, kind, seen, weight }, seen, null);
  }

  /** Role of a field of this type. */
  verdict(type: string): Verdict {
    let verdict = this.verdicts.get(type);
    if (!verdict) {
      const role = decide(this.list, type);
      verdict = { role, plain: isPlain(this.list, role) };
      this.verdicts.set(type, verdict);
    }
    return verdict;
  }

  /** 0…1: how much speaks for a role. */
  weightFor(role: LabelRole): number {
    let weight = 0;
    for (const reason of this.list) weight += reason.role === role ? reason.weight : -reason.weight / 2;
    return Math.max(0, Math.min(1, weight));
  }

  private find(kind: string, text: string, weight: number, role?: LabelRole): Reasons | undefined {
    return this.more.find(
      (one) =>
        one.text === text &&
        one.last?.kind === kind &&
        one.last.weight === weight &&
        (role === undefined || role === one.last.role),
    );
  }

  private add(reason: Reason, text: string, number: number | null): Reasons {
    const next = new Reasons([...this.list, reason], text, this.number ?? number);
    if (this.more.length < SHARED) this.more.push(next);
    return next;
  }
}

/** Whether labels name one role and nothing speaks against it. */
function isPlain(list: readonly Reason[], role: LabelRole | null): boolean {
  if (role === null || role === 'score') return false;
  let sum = 0;
  for (const reason of list) {
    if (reason.role === role) sum += reason.weight;
    else if (reason.kind !== 'field-type') return false;
  }
  return sum >= 0.6;
}

function decide(list: readonly Reason[], type: string): LabelRole | null {
  let best: LabelRole | null = null;
  let most = 0.14;
  for (const { role } of list) {
    let sum = 0;
    for (const other of list) if (other.role === role) sum += other.weight;
    if (sum > most) {
      best = role;
      most = sum;
    }
  }
  if (/^(?:select|number|radio)$/.test(type))
    return best === 'score' && list.some((e) => e.role === 'score' && e.kind !== 'field-type')
      ? best
      : 'other';
  return best;
}
