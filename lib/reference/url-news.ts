import type { Sign } from './url-path.ts';
import { headline, headlineVerb, isReport, namesPaper } from './url-title.ts';
import {
  isActWord,
  isEventWord,
  isInvitation,
  isMediaSection,
  isNewsWord,
  isSharedSection,
} from './url-words.ts';

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
export const FEED_TAIL = /^(?:19|20)\d\d-\d{1,2}-\d{1,2}(?:-\d+)?$/;
/** Lists of a feed: by tag («/tag/konkursy/page/2»), by page at the root («/page/12»). */
const BLOG = /^\/(?:tag\/[^/]+(?:\/page\/\d+)?|page\/\d+)\/?$/;
const POST = /\/(?:posts?|single-post)\/(?:[\d/]+\/)?[^/]+\/?$/;

/** A feed's segment: «novosti», «edu-news», «novosti-i-sobytiya», «press-center», «novosti_40», «news1735». */
export function newsSegment(list: readonly string[]): string | null {
  const spelt = list.filter((word) => !/^\d+$/.test(word));
  if (spelt.length === 0 || spelt.length > 4) return null;
  // «ob-yavleniya»: a hyphen for the hard sign.
  return (
    spelt.find((word, i) => isNewsWord(word === 'iavlenia' ? `${spelt[i - 1] ?? ''}${word}` : word)) ?? null
  );
}

/** A folder of papers inside a feed. */
function isPaperFolder(word: string): boolean {
  return isActWord(word) || /^(?:dokumenti|documents|docs)$/.test(word);
}

/** What makes a path news: a feed's name in it, a date as feeds write it, a section of a newspaper, a headline's verb. */
export function newsOf(path: string, lists: readonly (readonly string[])[], tail: string): Sign | null {
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
