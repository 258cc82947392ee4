import { t } from '../i18n.ts';
import type { Offer } from '../messages/to-background.ts';
import type { Finding } from '../model/finding.ts';
import { isFilled, type Position, RECOGNISED_FROM, type Row } from '../model/form.ts';
import type { CriterionFacts } from '../model/matched.ts';
import type { FindingView, MarkerView, MarkState, OfferView, RowView } from '../overlay/types.ts';
import { safeHref } from '../reference/address.ts';
import { parseComment } from '../reference/comment.ts';
import { parsePages } from '../reference/pages.ts';
import { collapse } from '../reference/text.ts';
import type { FindingText } from './types.ts';

/** From positions and findings to what the overlay draws. Pure. */

const SEVERITIES = { error: 0, warning: 1, advice: 2 } as const;

/** Worst first: by severity, sure before doubtful. */
export function worstFirst(findings: readonly Finding[]): Finding[] {
  const rank = (one: Finding) => SEVERITIES[one.severity] * 2 + (one.verdict === 'wrong' ? 0 : 1);
  return [...findings].sort((a, b) => rank(a) - rank(b));
}

/** How a finding looks: certain and costly ones are red, the rest asks to check. */
export function stateOf(finding: Finding): 'wrong' | 'doubtful' {
  return finding.verdict === 'wrong' && finding.severity !== 'advice' ? 'wrong' : 'doubtful';
}

/** State of a position for its marker, the cycle and the map. */
export function positionState(
  position: Position,
  findings: readonly Finding[],
  recognised = position.confidence >= RECOGNISED_FROM,
): MarkState {
  if (!recognised) return 'unrecognised';
  if (findings.some((finding) => stateOf(finding) === 'wrong')) return 'wrong';
  if (findings.length > 0) return 'doubtful';
  return position.rows.some(isFilled) ? 'fine' : 'empty';
}

/** What the marker of a position says. `findings` are those to be shown, worst first. */
export function markerView(
  position: Position,
  facts: CriterionFacts | null,
  findings: readonly Finding[],
  describe: (finding: Finding) => FindingText,
  recognised = position.confidence >= RECOGNISED_FROM,
): MarkerView {
  const state = positionState(position, findings, recognised);
  const first = findings[0];
  const points = facts?.points ?? position.points;
  const said =
    state === 'unrecognised'
      ? t('overlay.tip_unrecognised')
      : first
        ? describe(first).what
        : state === 'empty'
          ? t('overlay.tip_empty')
          : '';
  // A bare sign would be a riddle: it says when the points will stand beside it.
  const unknown = points === null && state !== 'unrecognised' ? t('overlay.tip_no_points') : '';
  const tip = [said, unknown].filter(Boolean).join('. ');
  return {
    name: position.number ?? firstWords(position.text),
    points,
    state,
    count: state === 'unrecognised' ? 0 : findings.length,
    tip,
  };
}

/** First words of a text, cut at a word's end. */
export function firstWords(text: string, most = 60): string {
  const clean = collapse(text.slice(0, 1000));
  if (clean.length <= most) return clean;
  const cut = clean.lastIndexOf(' ', most);
  return `${clean.slice(0, cut > most / 2 ? cut : most)}…`;
}

/** A finding as the card shows it. */
export function findingView(
  key: string,
  finding: Finding,
  row: number | null,
  text: FindingText,
): FindingView {
  return {
    key,
    state: stateOf(finding),
    what: row === null ? text.what : t('overlay.row_finding', { row: row + 1, text: text.what }),
    why: text.why,
    source: text.source,
    fixes: finding.fixes.map((fix) => ({
      label: t(fix.label),
      ask: fix.kind === 'ask-pages' ? 'pages' : fix.kind === 'ask-name' ? 'name' : null,
    })),
  };
}

/** A document as menu and card show it: title, then pages and why it is offered. */
export function offerView(offer: Offer): OfferView {
  const note = [
    offer.pages === '' ? '' : t('overlay.page', { pages: bare(offer.pages) }),
    offer.reason === 'recent' ? '' : t(`overlay.reason_${offer.reason}`),
    offer.uses > 0 ? t('overlay.used', { n: offer.uses }) : '',
    offer.access.kind === 'open' ? '' : t('overlay.closed'),
  ];
  return {
    key: offer.documentId,
    title: offer.title,
    note: note.filter(Boolean).join(' · '),
    recent: offer.reason === 'recent',
    closed: offer.access.kind === 'login' || offer.access.kind === 'password',
  };
}

/** «с. 3–5» without the word: the label brings it. */
function bare(pages: string): string {
  const ranges = parsePages(pages).pages;
  return ranges.length === 0 ? pages : ranges.map(rangeText).join(', ');
}

function rangeText([from, to]: readonly [number, number]): string {
  return from === to ? String(from) : `${from}–${to}`;
}

/** Endings of files in which `#page=` means nothing. */
const NO_PAGES = /\.(?:docx?|xlsx?|pptx?|odt|ods|rtf|zip|rar|7z|jpe?g|png|html?|php|aspx?)$/i;

/** A filled row as an expert reads it: its link, and links to the pages the comment names. Only http(s). */
export function rowView(row: Row, index: number): RowView {
  const parts = parseComment(row.comment);
  const href = safeHref(row.url);
  const opens = href !== null && opensAtPage(href);
  const name = parts.name === '' ? firstWords(row.url, 80) : parts.name;
  return {
    label:
      name === ''
        ? t('overlay.row_short', { row: index + 1 })
        : t('overlay.row', { row: index + 1, text: name }),
    comment: row.comment,
    href,
    pages: opens
      ? parts.pages.slice(0, 100).map((range) => ({
          label: t('overlay.page', { pages: rangeText(range) }),
          href: withPage(href, range[0]),
        }))
      : [],
  };
}

/** False for files that no browser opens at a page. */
export function opensAtPage(href: string): boolean {
  return !NO_PAGES.test(new URL(href).pathname);
}

/** The address that opens a document at a page (RFC 8118). */
export function withPage(href: string, page: number): string {
  const url = new URL(href);
  url.hash = `page=${page}`;
  return url.href;
}
