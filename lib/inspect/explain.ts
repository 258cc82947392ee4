import type { Evidence } from '../form/types.ts';
import { t } from '../i18n.ts';

/** Kinds of evidence that are told in words of their own; others are named as the program names them. */
const KNOWN: ReadonlySet<string> = new Set([
  'place',
  'numbering',
  'known-text',
  'heading',
  'label',
  'aria-label',
  'aria-labelledby',
  'near-label',
  'label-before',
  'label-after',
  'block-label',
  'header-line',
  'column-header',
  'placeholder',
  'title',
  'field-type',
  'field-name',
  'value-shape',
  'beside-link',
  'like-others',
  'shown-value',
]);

/** Where a text stands, as `lib/form/choose.ts` writes it: side/inside the box/level/element/classes/column. */
function placeWords(seen: string): string {
  const [side = '', , , element = '', ...rest] = seen.split('/');
  const name = ['before', 'behind', 'cell'].includes(side) ? side : 'behind';
  const classes = rest.slice(0, -1).join('/');
  const tag = classes === '' ? `<${element}>` : `<${element} class="${classes}">`;
  return t(`inspect.explain.${name}`, { tag });
}

/** One reason, in a sentence for support: of which part, what was seen, how much it counts. */
export function explainLine({ part, kind, seen, weight }: Evidence): string {
  const what =
    kind === 'place'
      ? placeWords(seen)
      : KNOWN.has(kind)
        ? t(`inspect.explain.${kind}`, { seen })
        : `${kind}: ${seen}`;
  const sign = weight > 0 ? '+' : weight < 0 ? '−' : '';
  const amount = `${sign}${String(Math.abs(weight)).replace('.', ',')}`;
  return t('inspect.explain.line', { part: t(`inspect.part.${part}`), what, weight: amount });
}

/** How sure the recognition is of a position, 0…1, in per cent. */
export function explainConfidence(confidence: number): string {
  return t('inspect.confidence', { percent: Math.round(confidence * 100) });
}
