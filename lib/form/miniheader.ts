import { isPause, type Steps } from './steps.ts';
import { commonDepth, type FieldToken, type Token } from './token.ts';
import { isLabelText, type LabelRole, labelRole } from './words.ts';

interface Label {
  readonly text: string;
  readonly role: LabelRole;
  readonly at: number;
}

const NONE: readonly Label[] = [];

function isHeader(run: readonly Label[]): boolean {
  return run.some((label) => label.role !== run[0]?.role);
}

/**
 * Header lines made of plain boxes: «Ссылка на документ | Комментарий к документу» said once above rows of fields that
 * have no label of their own. Gives each such field the label it stands under.
 */
export function* miniHeaders(tokens: readonly Token[]): Steps<Map<FieldToken, string>> {
  const found = new Map<FieldToken, string>();
  let run: Label[] = [];
  /** A header line with the first position's text between it and the fields. */
  let pending: readonly Label[] = NONE;
  let header: readonly Label[] = NONE;
  let under: FieldToken[] = [];
  /** Depth of the box the header rules over: that of its first field. */
  let scope = 0;
  const close = (): void => {
    if (header.length > 1) assign(typed(header, under, tokens), under, found);
    under = [];
  };
  for (const token of tokens) {
    if (isPause(token.index)) yield;
    if (token.kind === 'text') {
      const label = isLabelText(token.text);
      const role = label ? labelRole(token.text) : null;
      if (role && role !== 'other') {
        const said = { text: token.text, role, at: token.index };
        // Most runs are one label long.
        if (run.length === 0) run = [said];
        else run.push(said);
      } else if (!label) {
        if (isHeader(run)) pending = run;
        run = [];
      }
      continue;
    }
    if (token.kind !== 'field') continue;
    if (run.length > 0 || pending.length > 0) {
      close();
      header = run.length > 0 ? (isHeader(run) ? run : NONE) : pending;
      run = [];
      pending = NONE;
      if (header.length > 1) scope = commonDepth(tokens, (header.at(-1) as Label).at, token.index);
    }
    if (header.length < 2) continue;
    const previous = under.at(-1);
    if (previous && commonDepth(tokens, previous.index, token.index) < scope) {
      close();
      header = NONE;
    } else under.push(token);
  }
  close();
  return found;
}

/** Fields in each line under a header, told by the boxes they share; 0 where the lines are not alike. */
function perLine(fields: readonly FieldToken[], tokens: readonly Token[]): number {
  const shared = fields
    .slice(1)
    .map((field, i) => commonDepth(tokens, (fields[i] as FieldToken).index, field.index));
  const inLine = shared.reduce((most, depth) => Math.max(most, depth), 0);
  const size = shared.findIndex((depth) => depth < inLine) + 1 || fields.length;
  const alike = shared.every((depth, i) => depth < inLine === ((i + 1) % size === 0));
  return alike && fields.length % size === 0 ? size : 0;
}

/** A header's labels without those of columns that are only read: points and notes, where the lines have fewer fields. */
function typed(
  header: readonly Label[],
  under: readonly FieldToken[],
  tokens: readonly Token[],
): readonly Label[] {
  const asked = header.filter(({ role }) => role === 'url' || role === 'comment');
  if (asked.length === header.length) return header;
  const fields = perLine(under, tokens);
  if (fields === 0 || fields >= header.length) return header;
  const scored = header.filter(({ role }) => role !== 'note');
  return [asked, scored].find((labels) => labels.length === fields) ?? header;
}

function assign(
  header: readonly { text: string; role: LabelRole }[],
  fields: readonly FieldToken[],
  found: Map<FieldToken, string>,
): void {
  const kinds = (header.length === 2 && fields.length <= 40 ? fields : []).map(
    (field) => `${field.element.localName}${field.element.className}`,
  );
  const half = fields.length / 2;
  const stacked =
    header.length === 2 &&
    half >= 2 &&
    kinds.length > 0 &&
    Number.isInteger(half) &&
    kinds[0] !== kinds[half] &&
    kinds.every((kind, i) => kind === (i < half ? kinds[0] : kinds[half]));
  fields.forEach((field, i) => {
    const label = stacked ? header[i < half ? 0 : 1] : header[i % header.length];
    if (label) found.set(field, label.text);
  });
}
