import type { z } from 'zod';
import { t } from '../i18n.ts';
import { PACK_FORMAT, type Pack, packSchema } from '../model/pack.ts';

/** What is wrong with a pack: where («directions.0.max») and a sentence for the user. */
export interface PackProblem {
  readonly path: string;
  readonly reason: string;
}

export type LoadResult = { ok: true; pack: Pack } | { ok: false; problems: readonly PackProblem[] };

/** More problems than this are not listed: a foreign file would give thousands. */
const SHOWN_PROBLEMS = 20;

type Issue = z.core.$ZodIssue;

/** A zod issue as a sentence in the user's language. */
function reasonOf(issue: Issue): string {
  if (issue.code === 'invalid_type') {
    if (issue.input === undefined) return t('criteria.load.missing');
    return t(`criteria.load.type-${issue.expected}`) === `criteria.load.type-${issue.expected}`
      ? t('criteria.load.type-other')
      : t(`criteria.load.type-${issue.expected}`);
  }
  if (issue.code === 'invalid_value')
    return t('criteria.load.value', { values: issue.values.map(String).join(', ') });
  if (issue.code === 'too_small') return t('criteria.load.empty');
  return t('criteria.load.type-other');
}

/** Things that must be there once only: direction codes and position ids; and texts that must not be empty. */
function contradictions(pack: Pack): PackProblem[] {
  const problems: PackProblem[] = [];
  const codes = new Set<string>();
  const ids = new Map<string, string>();
  pack.directions.forEach((direction, d) => {
    const at = `directions.${d}`;
    if (codes.has(direction.code))
      problems.push({ path: `${at}.code`, reason: t('criteria.load.code-twice', { code: direction.code }) });
    codes.add(direction.code);
    direction.tracks.forEach((track, tr) => {
      track.components.forEach((component, c) => {
        component.positions.forEach((position, p) => {
          const path = `${at}.tracks.${tr}.components.${c}.positions.${p}`;
          const other = ids.get(position.id);
          if (other !== undefined)
            problems.push({
              path: `${path}.id`,
              reason: t('criteria.load.id-twice', { id: position.id, other }),
            });
          else ids.set(position.id, path);
          if (position.text.trim() === '')
            problems.push({ path: `${path}.text`, reason: t('criteria.load.empty') });
          if (position.points !== null && position.points < 0)
            problems.push({ path: `${path}.points`, reason: t('criteria.load.negative') });
        });
      });
    });
  });
  return problems;
}

/**
 * Checks something that should be a pack (a parsed file, a message). Never throws; nothing is half-accepted:
 * either the whole pack, or the places and reasons why not (at most `SHOWN_PROBLEMS`).
 */
export function loadPack(input: unknown): LoadResult {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    return { ok: false, problems: [{ path: '', reason: t('criteria.load.not-a-pack') }] };
  const format = (input as { format?: unknown }).format;
  if (typeof format === 'number' && format > PACK_FORMAT)
    return { ok: false, problems: [{ path: 'format', reason: t('criteria.load.newer') }] };
  if (format === undefined)
    return { ok: false, problems: [{ path: 'format', reason: t('criteria.load.not-a-pack') }] };
  const parsed = packSchema.safeParse(input, { reportInput: true });
  const problems = parsed.success
    ? contradictions(parsed.data)
    : parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), reason: reasonOf(issue) }));
  if (parsed.success && problems.length === 0) return { ok: true, pack: parsed.data };
  return { ok: false, problems: problems.slice(0, SHOWN_PROBLEMS) };
}
