import type { FieldRole, Finding, Fix, Severity, Verdict } from '../model/finding.ts';
import type { Position } from '../model/form.ts';
import { hash } from '../reference/identity.ts';
import type { Look } from './look.ts';

interface Detail {
  readonly variant?: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly fixes?: readonly Fix[];
  readonly subject?: string;
}

/** How grave and how sure: `['error', 'wrong']`. */
export type Weight = readonly [Severity, Verdict];

/** Texts longer than this are told apart by their length and beginning. */
const READ = 20_000;

/** What a finding is about, to see whether it has changed. Not the text itself: dismissals are kept, and comments hold passwords. */
function mark(text: string): string {
  return hash(`${text.length}|${text.slice(0, READ)}`);
}

/** Long values are cut in findings: they are shown. */
export function short(text: string, length = 200): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}

/** A finding about one row. `line` (1 for the first) is always among its params. */
export function rowFinding(
  rule: string,
  weight: Weight,
  position: Position,
  one: Look,
  field: FieldRole,
  detail: Detail = {},
): Finding {
  return {
    rule,
    severity: weight[0],
    verdict: weight[1],
    positionId: position.id,
    rowId: one.row.id,
    field,
    ...(detail.variant ? { variant: detail.variant } : {}),
    params: { line: one.index + 1, ...detail.params },
    fixes: detail.fixes ?? [],
    subject: mark(detail.subject ?? one.row[field]),
  };
}

/** A finding about a position as a whole; `subject` is what it speaks about. */
export function positionFinding(
  rule: string,
  weight: Weight,
  positionId: string,
  subject: string,
  detail: Detail = {},
): Finding {
  return {
    rule,
    severity: weight[0],
    verdict: weight[1],
    positionId,
    rowId: null,
    field: null,
    ...(detail.variant ? { variant: detail.variant } : {}),
    params: detail.params ?? {},
    fixes: detail.fixes ?? [],
    subject: mark(subject),
  };
}

/** «Указать страницы…» */
export function askPages(one: Look): Fix {
  return { kind: 'ask-pages', label: 'rules.fixes.pages', rowId: one.row.id };
}

/** Puts the cursor into the field. */
export function focus(one: Look, field: FieldRole): Fix {
  return { kind: 'focus', label: `rules.fixes.focus-${field}`, rowId: one.row.id, field };
}

/** Replaces a field's value; `label` is the last part of its key under `rules.fixes`. */
export function set(one: Look, field: FieldRole, value: string, label: string): Fix {
  return { kind: 'set', label: `rules.fixes.${label}`, rowId: one.row.id, field, value };
}

/** Empties link and comment of a row. */
export function clearRow(rowId: string, label: string): Fix {
  return {
    kind: 'set-many',
    label: `rules.fixes.${label}`,
    values: [
      { rowId, field: 'url', value: '' },
      { rowId, field: 'comment', value: '' },
    ],
  };
}
