import { words } from './fold.ts';
import {
  isActWord,
  isAssessmentWord,
  isDocumentFolder,
  isEventSection,
  isEventWord,
  isHappening,
  isHeadlineVerb,
  isInvitation,
  isMediaSection,
  isNewsWord,
  isPaperWord,
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
/** ucoz and its kin: «/news/…/2013-10-03-2728», «/news/2018-04-15»; only feeds have dates there. */
const FEED_TAIL = /^(?:19|20)\d\d-\d{1,2}-\d{1,2}(?:-\d+)*$/;

const FORERUNNER = /^(?:\d+|proekt|n|no|g|mbou|mou|mdou|uo|ruo)$/;
const LEGAL_START = /^(?:o|ob|obo)$/;
const LEGAL_NEXT = /^(?:utverzhden|vnesen|organizac.*poriad|sozdani|priznani|naznachen)/;

/** First word that says something: numbers, «proekt», «mbou» and other forerunners are stepped over. */
function titleStart(list: readonly string[], inFeed: boolean): string | null {
  let i = 0;
  while (i < list.length && FORERUNNER.test(list[i] as string)) i++;
  const first = list[i] ?? '';
  const second = list[i + 1] ?? '';
  if (isActWord(first) || (!inFeed && isPaperWord(first))) return first;
  return LEGAL_START.test(first) && LEGAL_NEXT.test(second) ? `${first} ${second}` : null;
}

/** A feed's segment: «novosti», «edu-news», «novosti-i-sobytiya», «press-center», «novosti_40», «news1735». */
function newsSegment(list: readonly string[]): string | null {
  const spelt = list.filter((word) => !/^\d+$/.test(word));
  if (spelt.length === 0 || spelt.length > 4) return null;
  return spelt.find(isNewsWord) ?? null;
}

function verbSign(list: readonly string[]): Sign | null {
  if (list.length < 3) return null;
  const invites = list.find(isInvitation);
  const verb = list.find(isHeadlineVerb);
  return verb && !invites ? { certainty: 0.75, sign: verb } : null;
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
    return papers ? null : { certainty: 0.9, sign: newsSegment(lists[feed] ?? []) ?? '' };
  }
  if (FEED_TAIL.test(tail) && lists.length > 1) return { certainty: 0.85, sign: 'date-tail' };
  const last = lists.at(-1) ?? [];
  if (AGENCY_DATE.test(`${path}/`)) return { certainty: 0.8, sign: 'agency-date' };
  if (DATED.test(`${path}/`)) {
    const before = lists.slice(0, -1).filter((list) => list.some((word) => !/^\d+$/.test(word)));
    const plain = before.every((list) => list.some((word) => isMediaSection(word) || isSharedSection(word)));
    const event = last.some(isInvitation) || (last.some(isEventWord) && !last.some(isHeadlineVerb));
    if (plain && !event) return { certainty: 0.8, sign: 'dated' };
  }
  const under = lists.slice(0, -1).flatMap((list) => (list.length === 1 ? list : []));
  const number = /(?:^|[-_])(?!(?:19|20)\d\d(?:\.|$))\d{3,}(?:\.\w{3,5})?$/.test(tail);
  if (under.some(isMediaSection) ? number || last.length >= 3 : number && under.some(isSharedSection))
    return { certainty: 0.8, sign: 'media-section' };
  if (/^tag$/.test(lists[0]?.[0] ?? '') && lists.length === 2) return { certainty: 0.75, sign: 'tag' };
  return verbSign(last);
}

function eventOf(
  lists: readonly (readonly string[])[],
  item: readonly (readonly string[])[],
  last: readonly string[],
): Sign | null {
  const section = lists.find(
    (list, i) => list.length <= 3 && list.some(isEventSection) && (i < lists.length - 1 || list.length === 1),
  );
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
  if (/^index$/i.test(segments[0] ?? '') && segments.length === 2) return { certainty: 0.7, sign: 'index' };
  if (
    slug.length > 0 &&
    slug.length <= 3 &&
    isSectionWord(last[0] as string) &&
    !/\d/.test(segments.at(-1) ?? '')
  )
    return { certainty: 0.8, sign: last.join('-') };
  return null;
}

/** News told by the query: «type=news», «component=public_news», «news_id=5», «?m=20220708». */
export function queryNews(search: string): Sign | null {
  if (search.length < 3) return null;
  for (const pair of search.slice(1, 1000).split('&')) {
    const eq = pair.indexOf('=');
    const name = eq < 0 ? pair : pair.slice(0, eq);
    const value = eq < 0 ? '' : pair.slice(eq + 1);
    if (/^m$/.test(name) && /^(?:19|20)\d{4}(?:\d\d)?$/.test(value))
      return { certainty: 0.8, sign: 'month-archive' };
    if (/^news?[_-]?id$|^id_?news?$|^newsid$/i.test(name)) return { certainty: 0.85, sign: name };
    if (
      /^(?:type|component|module|mod|page|view|section|cat|do|act|option|action|part|rubric|name|c|p|r|q|id)$/i.test(
        name,
      )
    ) {
      const list = words(value);
      const word = list.length <= 4 ? list.find((one) => one === 'nevs' || /^novost/.test(one)) : undefined;
      if (word) return { certainty: 0.85, sign: pair };
    }
  }
  return null;
}
