import { t } from '../i18n.ts';
import type { Printed } from './types.ts';

/**
 * A report for people: headings once, positions with their rows and findings below. `training`: the criteria are made up
 * for training, which is said first.
 */
export function report(
  printed: Printed,
  training: boolean,
  explain?: readonly (readonly string[])[],
): string {
  const lines = [
    `${printed.file}: ${t(`inspect.type.${printed.type}`)}${printed.mode ? `, ${t(`inspect.mode.${printed.mode}`)}` : ''}`,
  ];
  if (printed.positions.length > 0)
    lines.push(
      `${t('inspect.positions', { n: printed.positions.length })}, ${t('inspect.findings', { n: printed.findings.length })}`,
    );
  if (training) lines.push(t('inspect.training'));
  let path: readonly string[] = [];
  printed.positions.forEach((position, i) => {
    position.path.forEach((heading, level) => {
      if (
        path[level] !== heading ||
        path.slice(0, level).join('\n') !== position.path.slice(0, level).join('\n')
      )
        lines.push(`${'  '.repeat(level)}${heading}`);
    });
    path = position.path;
    lines.push(`  ${i + 1}. ${position.text}${position.criterion ? ` [${position.criterion}]` : ''}`);
    position.rows.forEach((row, r) => {
      const value = [row.url, row.name, row.pages, row.comment].filter((part) => part !== '').join(' | ');
      if (value !== '') lines.push(`     ${r + 1}) ${value}`);
    });
    for (const finding of printed.findings)
      if (finding.position === i)
        lines.push(
          `     ${t(`inspect.severity.${finding.severity}`)}: ${finding.message}${finding.row === null ? '' : ` (${t('inspect.row')} ${finding.row + 1})`}`,
        );
    for (const reason of explain?.[i] ?? []) lines.push(`       · ${reason}`);
  });
  return lines.join('\n');
}
