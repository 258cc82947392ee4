import { words } from './fold.ts';
import { FEED_TAIL, newsOf, newsSegment } from './url-news.ts';
import { namesPaper, titleStart } from './url-title.ts';
import {
  isAssessmentWord,
  isDocumentFolder,
  isEventSection,
  isEventWord,
  isHappening,
  isInvitation,
  isSectionWord,
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
