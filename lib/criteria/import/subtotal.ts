import { collapse } from '../../reference/text.ts';
import { pointsIn } from './points.ts';

export type SubtotalLevel = 'component' | 'track' | 'direction' | 'section' | 'all';

/** A sum the document itself states. */
export interface Subtotal {
  readonly level: SubtotalLevel | null;
  /** Code of the direction or section, when the line names it. */
  readonly code: string | null;
  /** Points, when they stand in the line itself. */
  readonly points: number | null;
}

const LINE =
  /^(?:промежуточн\S+\s+)?(?:итог|всего|сумма|общ(?:ая|ий|ее)\s|максимальн\S+\s+(?:количество|сумм|балл|число)|максимум\s)/iu;

/** «Итого по направлению 1.1 — 25», «Всего баллов», «Максимальное количество баллов: 442»; null: not such a line. */
export function subtotalOf(text: string): Subtotal | null {
  const line = collapse(text);
  if (!LINE.test(line) || line.length > 300) return null;
  const code = /(?<![\d.])([12]\.\d)(?![\d.]*\d)/u.exec(line)?.[1] ?? null;
  const section = /(?:раздел\S*|блок\S*|механизм\S*)\s*№?\s*([12])(?![.\d])/iu.exec(line)?.[1] ?? null;
  const numbers = line.replace(/(?<![\d.])\d\.\d{1,2}(?:\.\d+)*\.?(?=[\s.:)«"]|$)/gu, ' ');
  const points = pointsIn(
    /(?:балл\S*|[-–—:=])\s*\d/iu.test(numbers) ? numbers.replace(/^.*[-–—:=](?=\s*\d)/u, '') : '',
  );
  const last = /(\d+(?:[.,]\d+)?)\s*(?:балл\S*|б\.)?\s*\.?$/iu.exec(numbers)?.[1];
  return {
    level: levelOf(line, code, section),
    code: code ?? section,
    points:
      points ??
      (last && !/раздел\S*\s*\d$|блок\S*\s*\d$/iu.test(numbers.trim())
        ? Number(last.replace(',', '.'))
        : null),
  };
}

function levelOf(line: string, code: string | null, section: string | null): SubtotalLevel | null {
  if (/направлени/iu.test(line) || code !== null) return 'direction';
  if (/трек/iu.test(line)) return 'track';
  if (/компонент/iu.test(line)) return 'component';
  if (/раздел|блок|механизм/iu.test(line) || section !== null)
    return /всем|обоим|МУМ|РУМ/u.test(line) ? 'all' : 'section';
  return null;
}
