import type { FieldToken, Token } from './token.ts';
import { isLabelText, type LabelRole, labelRole } from './words.ts';

/**
 * Header lines made of plain boxes: «Ссылка на документ | Комментарий к документу» said once above rows of fields that
 * have no label of their own. Gives each such field the label it stands under.
 */
export function miniHeaders(tokens: readonly Token[]): Map<FieldToken, string> {
  const found = new Map<FieldToken, string>();
  let run: { text: string; role: LabelRole }[] = [];
  let header: typeof run = [];
  let under: FieldToken[] = [];
  const close = (): void => {
    if (header.length > 1) assign(header, under, found);
    under = [];
  };
  for (const token of tokens) {
    if (token.kind === 'text') {
      const role = isLabelText(token.text) ? labelRole(token.text) : null;
      if (role && role !== 'other') run.push({ text: token.text, role });
      else if (!isLabelText(token.text) && run.length > 0) run = [];
      continue;
    }
    if (token.kind !== 'field') continue;
    if (run.length > 0) {
      close();
      header = new Set(run.map((label) => label.role)).size > 1 ? run : [];
      run = [];
    }
    if (header.length > 1) under.push(token);
  }
  close();
  return found;
}

function assign(
  header: readonly { text: string; role: LabelRole }[],
  fields: readonly FieldToken[],
  found: Map<FieldToken, string>,
): void {
  const kinds = fields.map((field) => `${field.element.localName}${field.element.className}`);
  const half = fields.length / 2;
  const stacked =
    header.length === 2 &&
    half >= 2 &&
    Number.isInteger(half) &&
    kinds[0] !== kinds[half] &&
    kinds.every((kind, i) => kind === (i < half ? kinds[0] : kinds[half]));
  fields.forEach((field, i) => {
    const label = stacked ? header[i < half ? 0 : 1] : header[i % header.length];
    if (label) found.set(field, label.text);
  });
}
