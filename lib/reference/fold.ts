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
 * A test for folded words from a list in Russian (or English): `novost*` matches by its beginning, `news` as a whole.
 * Built at first use.
 */
export function wordTest(list: string): (word: string) => boolean {
  let whole: Set<string> | null = null;
  let stems: RegExp | null = null;
  return (word) => {
    if (!whole || !stems) {
      const all = list.split(/\s+/).filter((one) => one !== '');
      whole = new Set(all.filter((one) => !one.endsWith('*')).map(fold));
      // «ие» folds to one letter, so a stem that ends in «и» may meet either.
      const starts = all
        .filter((one) => one.endsWith('*'))
        .map((one) => fold(one.slice(0, -1)).replace(/i$/, '[ie]'));
      stems = starts.length > 0 ? new RegExp(`^(?:${starts.join('|')})`) : /^(?!)/;
    }
    return whole.has(word) || stems.test(word);
  };
}
