import { words } from './fold.ts';
import { headline, headlineVerb, isReport, namesPaper, titleStart } from './url-title.ts';
import {
  isActWord,
  isAssessmentWord,
  isDocumentFolder,
  isEventSection,
  isEventWord,
  isHappening,
  isInvitation,
  isMediaSection,
  isNewsWord,
  isSectionWord,
  isSharedSection,
} from './url-words.ts';

/** A reading of a path, with how sure it is and the word it was seen by. */
export interface Sign {
  readonly certainty: number;
  readonly sign: string;
}

/** What a path says, segment by segment. */
export interface UrlPath {
  /** The last segment is the title of an act or a paper: the word it begins with. */
  readonly document: string | null;
  readonly news: Sign | null;
  readonly event: Sign | null;
  readonly section: Sign | null;
  /** Number of words (not numbers) in the last segment. */
  readonly slugWords: number;
  /** The last segment is a number, or ends in one: «39804.html», «pobeda-3389258.html». */
  readonly numbered: boolean;
}

const DATED = /\/(?:19|20)\d\d\/\d{1,2}\/\d{1,2}(?:\/|$)/;
/** Dates written as only news agencies do: «/20211022/», «/27/11/2020/». */
const AGENCY_DATE =
  /\/20\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\/[a-z]{4,}|\/(?:[0-2]?\d|3[01])\/(?:0?[1-9]|1[0-2])\/20\d\d\//;
/** WordPress by months: «/2017/06/slug», «/2017/06/»; elsewhere such folders hold anything. */
const MONTH = /^\/(?:19|20)\d\d\/(?:0[1-9]|1[0-2])(?:\/[^/]+)?\/?$/;
/**
 * ucoz and its kin: «/news/…/2013-10-03-2728», «/news/2018-04-15»; only feeds have dates there. With the time of day it
 * is the name Joomla gives to any page whose title it could not spell.
 */
const FEED_TAIL = /^(?:19|20)\d\d-\d{1,2}-\d{1,2}(?:-\d+)?$/;
/** Lists of a feed: by tag («/tag/konkursy/page/2»), by page at the root («/page/12»). */
const BLOG = /^\/(?:tag\/[^/]+(?:\/page\/\d+)?|page\/\d+)\/?$/;
const POST = /\/(?:posts?|single-post)\/(?:[\d/]+\/)?[^/]+\/?$/;

/** A feed's segment: «novosti», «edu-news», «novosti-i-sobytiya», «press-center», «novosti_40», «news1735». */
function newsSegment(list: readonly string[]): string | null {
  const spelt = list.filter((word) => !/^\d+$/.test(word));
  if (spelt.length === 0 || spelt.length > 4) return null;
  // «ob-yavleniya»: a hyphen for the hard sign.
  return spelt.find((word, i) => isNewsWord(word === 'iavlenia' ? `${spelt[i - 1]}${word}` : word)) ?? null;
}

/** Reads a decoded path. */
export function readPath(path: string): UrlPath {
  const segments = path
    .split('/')
    .filter((part) => part !== '' && part !== 'amp')
    .slice(-12);
  // ucoz and its kin end in «/0-44» or «/1-1-0-952»: the slug stands before it.
  if (
    segments.length > 2 &&
    /^\d+(?:-\d+)+$/.test(segments.at(-1) ?? '') &&
    !FEED_TAIL.test(segments.at(-1) ?? '')
  )
    segments.pop();
  const lists = segments.map((part) => words(part.replace(/\.(?:html?|php|aspx?|jsp)$/i, '')));
  const last = lists.at(-1) ?? [];
  const slug = last.filter((word) => !/^\d+$/.test(word));
  const tail = segments.at(-1) ?? '';
  const item = tail === '' ? [] : lists.slice(0, -1);
  const inFeed = item.some((list) => newsSegment(list) !== null);
  const start = titleStart(last, inFeed);
  const inDocuments = item.some((list) => list.length <= 3 && list.some(isDocumentFolder));
  const isTitle = start !== null && (slug.length >= 3 || /\d/.test(tail));
  const numbered = /(?<!\d)\d{3,}(?:\.\w{3,5})?$|^\d+(?:[-_.]|$)/.test(tail);
  const inFolder = start === null && inDocuments && !inFeed && (slug.length >= 4 || numbered);
  const document = isTitle || inFolder ? (start ?? 'folder') : null;
  const base = { slugWords: slug.length, numbered };
  return {
    ...base,
    document,
    news: newsOf(path, lists, tail),
    event: eventOf(lists, item, last),
    section: sectionOf(segments, lists, slug),
  };
}

/** A folder of papers inside a feed. */
function isPaperFolder(word: string): boolean {
  return isActWord(word) || /^(?:dokumenti|documents|docs)$/.test(word);
}

function newsOf(path: string, lists: readonly (readonly string[])[], tail: string): Sign | null {
  const feed = lists.findIndex((list) => newsSegment(list) !== null);
  if (feed >= 0) {
    // «/press/otchety/», «/news/documents/5»: the papers of a press office are papers.
    const papers = lists.slice(feed + 1).some((list) => list.length < 4 && list.some(isPaperFolder));
    const sign = newsSegment(lists[feed] ?? []) ?? '';
    // Blogs and press offices keep papers too; a news feed's item is news whatever its title.
    const kept =
      feed < lists.length - 1 && !/^(?:.*nevs|novost)/.test(sign) && namesPaper(lists.at(-1) ?? []);
    return papers || kept ? null : { certainty: 0.9, sign };
  }
  if (FEED_TAIL.test(tail) && lists.length > 1) return { certainty: 0.85, sign: 'date-tail' };
  const last = lists.at(-1) ?? [];
  if (AGENCY_DATE.test(`${path}/`)) return { certainty: 0.8, sign: 'agency-date' };
  if (DATED.test(`${path}/`)) {
    const before = lists.slice(0, -1).filter((list) => list.some((word) => !/^\d+$/.test(word)));
    const plain = before.every((list) => list.some((word) => isMediaSection(word) || isSharedSection(word)));
    if (plain && !namesPaper(last) && !isEventTitle(last)) return { certainty: 0.8, sign: 'dated' };
  }
  const under = lists.slice(0, -1).flatMap((list) => (list.length === 1 ? list : []));
  const number = /(?:^|[-_])(?!(?:19|20)\d\d(?:\.|$))\d{3,}(?:\.\w{3,5})?$/.test(tail);
  const titled = last.length >= 3 && !namesPaper(last);
  if (MONTH.test(path) && (lists.length === 2 || (titled && !isEventTitle(last))))
    return { certainty: 0.75, sign: 'month' };
  if (under.some(isMediaSection) ? number || titled : number && under.some(isSharedSection))
    return { certainty: 0.8, sign: 'media-section' };
  if (BLOG.test(path)) return { certainty: 0.75, sign: 'blog' };
  // A blog's post by its title: «/post/molodye-uzhe-professionaly».
  if (POST.test(path) && titled) return { certainty: 0.75, sign: 'post' };
  const verb = headline(last);
  return verb ? { certainty: 0.75, sign: verb } : null;
}

/** In a dated feed: an event's announcement, not a report of one. */
function isEventTitle(title: readonly string[]): boolean {
  if (title.some(isInvitation)) return true;
  return title.some(isEventWord) && headlineVerb(title) === null && !isReport(title);
}

function eventOf(
  lists: readonly (readonly string[])[],
  item: readonly (readonly string[])[],
  last: readonly string[],
): Sign | null {
  const section = lists.find(
    (list, i) => list.length <= 3 && list.some(isEventSection) && (i < lists.length - 1 || list.length === 1),
  );
  // «/meropriyatiya/plan-…»: a paper kept with the events is a paper still.
  if (namesPaper(last)) return null;
  if (section && !lists.some((list) => list.some(isAssessmentWord)))
    return { certainty: 0.75, sign: section.join('-') };
  const word = last.find(isInvitation);
  if (word && last.length >= 3) return { certainty: 0.75, sign: word };
  const root = item.every((list) => list.every((part) => /^\d+$/.test(part)));
  const day = last[0] === 'den' && last.length >= 3;
  if (root && last.length >= 2 && (day || last.some(isHappening)))
    return { certainty: 0.7, sign: 'happening' };
  if (item.length === 0 && last.length >= 2 && last.some(isEventWord))
    return { certainty: 0.5, sign: 'event-word' };
  return null;
}

function sectionOf(
  segments: readonly string[],
  lists: readonly (readonly string[])[],
  slug: readonly string[],
): Sign | null {
  const last = lists.at(-1) ?? [];
  if (/^sveden$/i.test(segments[0] ?? '') && segments.length <= 2) return { certainty: 0.85, sign: 'sveden' };
  if (/^index$/i.test(segments[0] ?? '') && segments.length === 2 && !namesPaper(last))
    return { certainty: 0.7, sign: 'index' };
  if (
    slug.length > 0 &&
    slug.length <= 3 &&
    isSectionWord(last[0] as string) &&
    !/\d/.test(segments.at(-1) ?? '')
  )
    return { certainty: 0.8, sign: last.join('-') };
  return null;
}
