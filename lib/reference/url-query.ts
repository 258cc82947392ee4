import { decoded, words } from './fold.ts';
import type { Sign } from './url-path.ts';

/** What the query of an address says: engines that keep the page's place there and not in the path. */

/** Parameters whose value is the name of a module, a section or a kind of page. */
const PLACE =
  /^(?:type|component|modul|module|mod|page|view|section|cat|category|do|act|option|action|part|rubric|name|c|p|r|q|id)$/i;
/** A parameter named after news holds an item's number: «newsid», «news_id», «tx_ttnews[tt_news]», «new». */
const ITEM = /news(?!letter)|^new_?id$/i;

function pairs(search: string): readonly (readonly [string, string])[] {
  if (search.length < 3) return [];
  return search
    .slice(1, 1000)
    .split('&')
    .map((pair) => {
      const eq = pair.indexOf('=');
      return eq < 0 ? [pair, ''] : [decoded(pair.slice(0, eq)), pair.slice(eq + 1)];
    });
}

/** News told by the query: «type=news», «component=public_news», «news_id=5», «?m=20220708», «subaction=showfull». */
export function queryNews(search: string): Sign | null {
  for (const [name, value] of pairs(search)) {
    if (name === 'm' && /^(?:19|20)\d{4}(?:\d\d)?$/.test(value))
      return { certainty: 0.8, sign: 'month-archive' };
    if (ITEM.test(name) ? /^\d/.test(value) : name === 'new' && /^\d{4}/.test(value))
      return { certainty: 0.85, sign: name };
    if (name === 'subaction' && value === 'showfull') return { certainty: 0.8, sign: value };
    if (name === 'tag' && value !== '') return { certainty: 0.75, sign: 'tag' };
    if (!PLACE.test(name)) continue;
    const list = words(value);
    const word =
      list.length <= 4 ? list.find((one) => /^(?:last)?nevs?$|nevs$|^novost/.test(one)) : undefined;
    if (word) return { certainty: 0.85, sign: `${name}=${value}` };
    // Newspapers' engines: «?module=articles&action=view&id=5».
    if (/^modul/i.test(name) && /^articles?$/i.test(value))
      return { certainty: 0.75, sign: `${name}=${value}` };
  }
  return null;
}

/** A title the query carries beside an item's number, as a path segment: «id=411:nedelya-bezopasnosti» → «/nedelya-bezopasnosti». */
export function queryTitle(search: string): string {
  for (const [name, value] of pairs(search)) {
    const title = name === 'id' ? /^\d+:([^/]+)$/.exec(decoded(value))?.[1] : undefined;
    if (title && /\p{L}/u.test(title)) return `/${title}`;
  }
  return '';
}
