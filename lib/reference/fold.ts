/**
 * One spelling for Russian words in addresses. Sites transliterate by a dozen standards («meropriyatiya», «meroprijatija»,
 * «мероприятия», «nowosti»); folded, they are one word, so that lists of words are written once, in Russian.
 */

const LETTERS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'аa бb вv гg дd еe ёe жzh зz иi йi кk лl мm нn оo пp рr сs тt уu фf хh цc чch шsh щsh ъ ыi ь эe юiu яia',
    'іi їi єe ґg',
  ]
    .join(' ')
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.slice(1)]),
);

/** Folds one word: Cyrillic to Latin, then the spellings that differ between standards to one. Idempotent on its results. */
export function fold(word: string): string {
  let out = '';
  for (const letter of word.toLowerCase()) out += LETTERS[letter] ?? letter;
  return out
    .replace(/shh|sch|shch/g, 's')
    .replace(/([szc])h/g, '$1')
    .replace(/kh|x/g, 'h')
    .replace(/tc|ts|tz|cz/g, 'c')
    .replace(/gh/g, 'g')
    .replace(/eh/g, 'e')
    .replace(/w/g, 'v')
    .replace(/[yj]/g, 'i')
    .replace(/['`’]/g, '')
    .replace(/([a-z])\1+/g, '$1')
    .replace(/ie/g, 'e');
}

/** Decodes percent-encoding where it is UTF-8; leaves the text as it is where it is not. */
export function decoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Folded words of one path segment or value; numbers stay. At most 40 words of 300 characters are looked at. */
export function words(segment: string): string[] {
  const parts =
    decoded(segment)
      .slice(0, 300)
      .toLowerCase()
      .normalize('NFC')
      .match(/[a-zа-яёіїєґ'’`]+|\d+/g) ?? [];
  return parts.slice(0, 40).map(fold);
}

/**
 * A test for folded words from a list of folded words: `novost*` matches by its beginning, `nevs` as a whole. A stem in «i»
 * also meets «e», because «ие» folds to one letter. The pattern is built at first use.
 */
export function wordTest(list: string): (word: string) => boolean {
  let pattern: RegExp | null = null;
  return (word) => {
    pattern ??= new RegExp(
      `^(?:${list
        .replaceAll('*', '.*')
        .replace(/i(?=\.)/g, '[ie]')
        .replaceAll(' ', '|')})$`,
    );
    return pattern.test(word);
  };
}
