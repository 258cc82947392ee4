/** Ways in which a text on a page differs from the pack's: deterministic, so that a failure can be repeated. */

export type Random = () => number;
export type Noise = (text: string, random: Random) => string;

/** mulberry32: small, repeatable. */
export function seeded(seed: number): Random {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const pick = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)] as T;
const LETTERS = [...'абвгдежзийклмнопрстуфхцчшщыьэюя'];

/** Each character is lost, doubled by another, replaced, or swapped with the next one with probability `rate`. */
export function typos(rate: number): Noise {
  return (text, random) => {
    const out = [...text];
    for (let i = 0; i < out.length; i++) {
      if (random() >= rate) continue;
      const kind = Math.floor(random() * 4);
      const letter = pick(LETTERS, random);
      if (kind === 0) out[i] = '';
      else if (kind === 1) out[i] = `${out[i]}${letter}`;
      else if (kind === 2) out[i] = letter;
      else if (i + 1 < out.length) {
        [out[i], out[i + 1]] = [out[i + 1] as string, out[i] as string];
        i++;
      }
    }
    return out.join('');
  };
}

const ENDINGS =
  'а я о е ы и у ю ом ем ой ей ам ям ах ях ами ями ов ев ый ий ая ое ые ие ого его ому ым их ую'.split(' ');

/** Every word longer than five letters gets another ending with probability 0.6. */
export const endings: Noise = (text, random) =>
  text.replace(/[а-яё]{6,}/gi, (word) => {
    if (random() > 0.6) return word;
    const own =
      ENDINGS.filter((ending) => word.endsWith(ending)).sort((a, b) => b.length - a.length)[0] ?? '';
    return word.slice(0, word.length - own.length) + pick(ENDINGS, random);
  });

/** Cut to a share of its characters, wherever that is. */
export function cut(share: number): Noise {
  return (text) => text.slice(0, Math.ceil(text.length * share)).trim();
}

/** White space, soft hyphens, numbering, case, ё, quotes and dashes. */
export const dress: Noise = (text, random) => {
  const number = pick(['', '1. ', '1.1.2.3. ', '12) ', '№ 7. ', '— ', '2.1.4 ', 'а) '], random);
  let out = '';
  for (const letter of text) {
    out += letter === ' ' ? pick([' ', '  ', '\n ', '\u00a0', ' \t'], random) : letter;
    if (/[а-яё]/i.test(letter) && random() < 0.05) out += '\u00ad';
  }
  if (random() < 0.2) out = out.toUpperCase();
  if (random() < 0.3) out = out.replaceAll('ё', 'е').replaceAll('-', '–');
  return `${number}${out}${pick(['', '.', ';', ' '], random)}`;
};
