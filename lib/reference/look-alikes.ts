/** Latin letters that look like Russian ones: people and old encodings mix them into Russian words. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
};

/** A small-letter Russian word with its Latin look-alikes made Russian; a word of one alphabet stays as it is. */
export function mendLookAlikes(word: string): string {
  if (!/[a-z]/.test(word) || !/[а-я]/.test(word)) return word;
  return word.replace(/[a-z]/g, (letter) => LOOK_ALIKES[letter] ?? letter);
}
