const LATIN = '`qwertyuiop[]asdfghjkl;\'zxcvbnm,.~{}:"<>';
const RUSSIAN = 'ёйцукенгшщзхъфывапролджэячсмитьбюёхъжэбю';

const keys = new Map([...LATIN].map((key, index) => [key, RUSSIAN[index] as string]));

/** What a text typed with the English layout by mistake says in Russian: «ghbrfp» → «приказ»; null when it has no Latin letter. */
export function fromEnglishLayout(text: string): string | null {
  const lower = text.toLowerCase();
  if (!/[a-z]/.test(lower) || /[а-яё]/.test(lower)) return null;
  return [...lower].map((key) => keys.get(key) ?? key).join('');
}
