import type { RoledField } from './roles.ts';
import type { Steps } from './steps.ts';
import type { Hidden, Token } from './token.ts';
import { isHint, isLabelText, words } from './words.ts';

const PLACEHOLDER = /\{\{|\}\}|\$\{|__\w+__|<%|%>|\{\d\}|%[a-z]+%|#index#|\[\[/i;
const NAME =
  /template|\btpl\b|prototype|clone|blank|empty-?(?:row|form)|sample|шаблон|skeleton|proto|hidden-?row|row-?tmpl|tmpl/i;

/**
 * Decides which hidden boxes are templates kept for cloning. A hidden tab or folded panel holds whole positions, or all
 * fields of a position whose text is outside; a template holds a row, or a position without a text of its own.
 */
export function* markTemplates(
  boxes: readonly Hidden[],
  tokens: readonly Token[],
  fields: readonly RoledField[],
): Steps<void> {
  for (const box of boxes) {
    yield;
    const inside = between(fields, box.start, box.end);
    if (inside.length === 0) continue;
    const { element } = box;
    if (/^(?:tabpanel)$/.test(element.getAttribute('role') ?? '')) continue;
    if (
      NAME.test(`${element.className} ${element.id} ${element.getAttribute('data-template') ?? ''}`) ||
      hasPlaceholder(element, inside)
    ) {
      box.template = true;
      continue;
    }
    const urls = inside.filter((f) => f.role === 'url').length;
    const said = tokens
      .slice(box.start, box.end)
      .filter(
        (t) => t.kind === 'text' && !isLabelText(t.text) && !isHint(t.text) && words(t.text) >= 3,
      ).length;
    if (said > 0 && (urls > 1 || said > 1 || words(textAt(tokens, box)) > 3)) continue;
    box.template = urls <= 1 ? !isFolded(element) && hasSibling(box, fields) : false;
  }
}

/** Fields of a range of tokens; they are in token order, so two searches by halves find them. */
function between(fields: readonly RoledField[], from: number, to: number): readonly RoledField[] {
  const first = (index: number): number => {
    let low = 0;
    let high = fields.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if ((fields[mid] as RoledField).token.index < index) low = mid + 1;
      else high = mid;
    }
    return low;
  };
  return fields.slice(first(from), first(to));
}

function hasPlaceholder(element: Element, inside: readonly RoledField[]): boolean {
  if (element.hasAttribute('data-template') || element.hasAttribute('data-prototype')) return true;
  return inside.some(({ token }) =>
    PLACEHOLDER.test(`${token.element.getAttribute('name') ?? ''} ${token.element.id} ${element.id}`),
  );
}

function textAt(tokens: readonly Token[], box: Hidden): string {
  const texts = tokens
    .slice(box.start, box.end)
    .flatMap((t) => (t.kind === 'text' && !isLabelText(t.text) ? [t.text] : []));
  return texts.join(' ');
}

/** A panel some control opens and closes. */
function isFolded(element: Element): boolean {
  if (element.closest('details')) return true;
  if (!element.id) return false;
  const id = element.id.replace(/["\\]/g, '');
  return (
    element.ownerDocument.querySelector(
      `[aria-controls~="${id}"],[href="#${id}"],[data-target="#${id}"],[data-bs-target="#${id}"]`,
    ) !== null
  );
}

/** Whether fields of the same kind stand outside the box, just before or behind it. */
function hasSibling(box: Hidden, fields: readonly RoledField[]): boolean {
  const before = fields.findLast((f) => f.token.index < box.start && f.role === 'url');
  const after = fields.find((f) => f.token.index >= box.end && f.role === 'url');
  const parent = box.element.parentElement;
  const near = (f: RoledField | undefined): boolean =>
    f !== undefined && parent?.contains(f.token.element) === true;
  return (
    near(before) ||
    near(after) ||
    box.element.localName === 'tr' ||
    (before === undefined && after === undefined)
  );
}
