import { isActWord, isHeadlineVerb, isInvitation, isPaperNoun, isPaperWord } from './url-words.ts';

/** What the words of a slug say as a title: an act's, a headline's. All words are folded. */

const FORERUNNER = /^(?:\d+|proekt|n|no|g|mbou|mou|mdou|uo|ruo)$/;
const LEGAL_START = /^(?:o|ob|obo)$/;
const LEGAL_NEXT = /^(?:utverzden|vnesen|sozdani|priznani|naznacen|prisvoen|otmen)/;
/** «Ob organizacii …», «O merah …»: how orders are called, and sometimes news of them. */
const ABOUT = /^(?:meropriat|merah|organizaci|provedeni|realizaci|vnedreni)/;
const PREPOSITION = /^(?:o|ob|po|pri|v|na|k|s|za|dlia)$/;

/** The word a document's title begins with; numbers, «proekt», «mbou» and other forerunners are stepped over. */
export function titleStart(list: readonly string[], inFeed: boolean): string | null {
  let i = 0;
  while (i < list.length && FORERUNNER.test(list[i] as string)) i++;
  const first = list[i] ?? '';
  const second = list[i + 1] ?? '';
  if (isHeadlineVerb(first)) return null;
  if (isActWord(first) || (!inFeed && isPaperWord(first))) return first;
  return LEGAL_START.test(first) && LEGAL_NEXT.test(second) ? `${first} ${second}` : null;
}

/**
 * The finite verb that makes a title a headline. «О проведении» folds to the same letters as «проведены»: after a
 * preposition such a word is a noun, and «О проведении …» is how orders are called.
 */
export function headlineVerb(list: readonly string[]): string | null {
  const found = list.find(
    (word, i) => isHeadlineVerb(word) && !(/[ea]ni$/.test(word) && PREPOSITION.test(list[i - 1] ?? '')),
  );
  return found ?? null;
}

/** True when the title names a paper («adresnye-rekomendacii», «rezultaty-monitoringa») and nothing in it is a headline's. */
export function namesPaper(list: readonly string[]): boolean {
  const about = LEGAL_START.test(list[0] ?? '') && ABOUT.test(list[1] ?? '');
  return (about || list.some((word) => isActWord(word) || isPaperNoun(word))) && headlineVerb(list) === null;
}

/** «Ob itogah festivalya», «S prazdnikom»: said of what has happened, in a feed's dated items. */
export function isReport(list: readonly string[]): boolean {
  return list.slice(0, 3).some((word) => /^(?:itogi|itogah|pozdravl.*)$/.test(word)) || list[0] === 's';
}

/** The verb of a headline of two words or more that is no invitation; null when there is none. */
export function headline(list: readonly string[]): string | null {
  return list.length >= 2 && !list.some(isInvitation) ? headlineVerb(list) : null;
}
