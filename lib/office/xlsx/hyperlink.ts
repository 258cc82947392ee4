/**
 * `=HYPERLINK(address; name)`: the one function that matters here, because it hides an address. Its arguments are
 * texts, cells of the same sheet, and both joined by `&`; anything else gives null and is told to the user.
 */

/** Text of the cell at 0-based row and column. */
export type CellText = (row: number, column: number) => string;

/** How far the formula was dragged from the cell it was written in (shared formulas). */
export interface Shift {
  readonly rows: number;
  readonly columns: number;
}

export function parseReference(reference: string): { row: number; column: number } | null {
  const match = /^(\$?)([A-Z]{1,3})(\$?)(\d{1,7})$/i.exec(reference.trim());
  if (!match) return null;
  let column = 0;
  for (const letter of (match[2] as string).toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(match[4]) - 1, column: column - 1 };
}

function splitTop(text: string, separators: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quoted = false;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text[i] as string;
    if (char === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (char === '(') depth++;
    else if (char === ')' && depth-- === 0) return [...parts, text.slice(from, i)];
    else if (depth === 0 && separators.includes(char)) {
      parts.push(text.slice(from, i));
      from = i + 1;
    }
  }
  return [...parts, text.slice(from)];
}

function evaluate(expression: string, cellText: CellText, shift: Shift): string | null {
  let out = '';
  for (const part of splitTop(expression, '&')) {
    const piece = part.trim();
    if (/^"(?:[^"]|"")*"$/.test(piece)) {
      out += piece.slice(1, -1).replaceAll('""', '"');
      continue;
    }
    const reference = parseReference(piece);
    if (!reference) {
      if (!/^-?\d+(\.\d+)?$/.test(piece)) return null;
      out += piece;
      continue;
    }
    const absolute = /^(\$?)[A-Z]+(\$?)/i.exec(piece) as RegExpExecArray;
    out += cellText(
      reference.row + (absolute[2] ? 0 : shift.rows),
      reference.column + (absolute[1] ? 0 : shift.columns),
    );
  }
  return out;
}

/** Address and name of the first HYPERLINK in a formula (with or without `=`); null when there is none or it cannot be told. */
export function readHyperlink(
  formula: string,
  cellText: CellText = () => '',
  shift: Shift = { rows: 0, columns: 0 },
): { target: string; text: string } | null {
  const start = /(?:HYPERLINK|ГИПЕРССЫЛКА)\s*\(/i.exec(formula);
  if (!start) return null;
  const parts = splitTop(formula.slice(start.index + start[0].length), ',;');
  const target = evaluate(parts[0] ?? '', cellText, shift)?.trim();
  if (!target) return null;
  const text = parts[1] === undefined ? target : evaluate(parts[1], cellText, shift);
  return { target, text: text || target };
}
