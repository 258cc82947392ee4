import type { Boxes } from './boxes.ts';
import type { Columns } from './labels.ts';
import type { Reasons } from './reasons.ts';
import { commonDepth, type FieldToken, type Token } from './token.ts';
import { isLabelText, labelRole, pointsOf, words } from './words.ts';

/** What stands around the fields of a page. */
export interface Surroundings {
  readonly tokens: readonly Token[];
  readonly boxes: Boxes;
  readonly columns: Columns;
}

/** Whether a text heads a column of the field's own table: it names that column, not the field after it. */
function headsColumn(text: Token, { cell: own }: FieldToken, columns: Columns): boolean {
  const { cell } = text;
  return cell !== null && cell.grid === own?.grid && columns.isHead(cell) && columns.above(own).length > 0;
}

/**
 * Labels in the field's own box, before or after it; else the text just before it that no other field owns. null where
 * there is none.
 */
export function nearLabel(
  reasons: Reasons,
  field: FieldToken,
  self: number,
  around: Surroundings,
  underHeader: boolean,
): Reasons | null {
  const { tokens, boxes, columns } = around;
  const { index: at } = field;
  const from = boxes.from[self] as number;
  const to = boxes.to[self] as number;
  const previous = tokens[at - 1];
  if (previous?.kind === 'text' && words(previous.text) <= 5 && labelRole(previous.text) === 'other') {
    return reasons.said('label-before', previous.text, 0.6);
  }
  for (let i = at - 1; i >= from; i--) {
    const token = tokens[i] as Token;
    // «2 балла» beside a text is what the position is worth, no name of a field.
    if (token.kind !== 'text' || pointsOf(token.text) !== null) continue;
    if (labelRole(token.text) && (isLabelText(token.text) || token.label)) {
      return words(token.text) <= 14 ? reasons.said('near-label', token.text, 0.55) : reasons;
    }
  }
  for (let i = at - 1; !underHeader && i >= Math.max(0, at - 4); i--) {
    const token = tokens[i] as Token;
    if (token.kind === 'field') break;
    const owner = boxes.owner[i] as number;
    if (owner >= 0 && owner !== self) break;
    if (token.kind !== 'text' || pointsOf(token.text) !== null) continue;
    if (!isLabelText(token.text) || headsColumn(token, field, columns)) break;
    if (labelRole(token.text)) return reasons.said('label-before', token.text, 0.45);
  }
  for (let i = at + 1; i < to; i++) {
    const token = tokens[i] as Token;
    if (token.kind === 'text' && isLabelText(token.text) && labelRole(token.text))
      return reasons.said('label-after', token.text, 0.4);
  }
  return !underHeader && reasons.list.length === 0 ? blockLabel(reasons, field, around) : null;
}

/** A label over a whole block («Ссылки на документы» above five fields): the last one said, if its box holds the field. */
function blockLabel(reasons: Reasons, field: FieldToken, { tokens, columns }: Surroundings): Reasons | null {
  const { index: at } = field;
  for (let i = at - 1; i >= Math.max(0, at - 40); i--) {
    const token = tokens[i] as Token;
    if (token.kind !== 'text') continue;
    if (!isLabelText(token.text) || headsColumn(token, field, columns)) return null;
    if (!labelRole(token.text)) continue;
    let first = i + 1;
    while (first < at && (tokens[first] as Token).kind !== 'field') first++;
    const scope = commonDepth(tokens, i, first);
    if (first === at || commonDepth(tokens, i, at) < scope) return null;
    return reasons.said('block-label', token.text, 0.3);
  }
  return null;
}
