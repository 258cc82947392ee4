import { t } from '../i18n.ts';
import type { Printed } from './types.ts';

/** What a line of the overview says of a file. */
export interface SummaryLine {
  readonly file: string;
  readonly positions: number;
  readonly links: number;
  readonly errors: number;
  readonly warnings: number;
  /** What kind of file it is; for a refused one why. */
  readonly note: string;
  readonly refused: boolean;
  /** Only criteria made up for training know it. */
  readonly training: boolean;
}

const WIDTHS = [8, 8, 8, 15] as const;

/** Numbers of one file. */
export function summaryLine(printed: Printed, reason: string, training: boolean): SummaryLine {
  const { file, type, positions, findings } = printed;
  const count = (severity: string): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return {
    file,
    positions: positions.length,
    links: positions.reduce((sum, { rows }) => sum + rows.filter(({ url }) => url !== '').length, 0),
    errors: count('error'),
    warnings: count('warning'),
    note: type === 'unknown' ? reason : t(`inspect.type.${type}`),
    refused: type === 'unknown',
    training,
  };
}

const columns = (cells: readonly string[], last: string): string =>
  [...cells.map((cell, at) => cell.padStart(WIDTHS[at] ?? 8)), last].join('  ').trimEnd();

/** The line over the numbers: printed before the first file, so that a long run shows how far it is. */
export function summaryHead(): string {
  const names = ['positions', 'links', 'errors', 'warnings'].map((name) => t(`inspect.summary.${name}`));
  return columns(names, t('inspect.summary.file'));
}

/** A file in the overview; a refused one with the reason in place of numbers. */
export function summaryRow(line: SummaryLine): string {
  const { file, note, refused, training } = line;
  if (refused) return columns(['—', '—', '—', '—'], `${file} — ${t('inspect.summary.refused')}: ${note}`);
  const numbers = [line.positions, line.links, line.errors, line.warnings].map(String);
  return columns(numbers, `${file} — ${note}${training ? ` *` : ''}`);
}

/** Sums of all files, what holds for some of them, and (unless `details` follow) how to see more. */
export function summaryTotal(lines: readonly SummaryLine[], details: boolean): string[] {
  const read = lines.filter(({ refused }) => !refused);
  const sum = (of: 'positions' | 'links' | 'errors' | 'warnings'): string =>
    String(read.reduce((total, line) => total + line[of], 0));
  const refused = lines.length - read.length;
  const counted = [
    t('inspect.summary.read', { n: read.length }),
    ...(refused > 0 ? [t('inspect.summary.refusedCount', { n: refused })] : []),
  ];
  return [
    columns([sum('positions'), sum('links'), sum('errors'), sum('warnings')], counted.join(', ')),
    ...(read.some(({ training }) => training) ? [`* ${t('inspect.training')}`] : []),
    ...(details ? [] : [t('inspect.summary.details')]),
  ];
}
