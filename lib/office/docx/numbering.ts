import { readXml } from '../xml.ts';
import type { Archive } from '../zip.ts';

/**
 * Automatic numbers of paragraphs: a person sees «1.», the text does not hold it. Bullets give nothing.
 * Formats beyond decimal, letters and Roman numerals are shown as decimal.
 */

interface Level {
  start: number;
  format: string;
  text: string;
}

export interface NumberingRef {
  readonly id: string;
  readonly level: number;
}

export interface Numbering {
  /** The number a paragraph of this list shows, and counts it; '' for bullets and unknown lists. */
  next(reference: NumberingRef): string;
}

function letters(n: number, alphabet: string): string {
  return (alphabet[(n - 1) % alphabet.length] ?? '').repeat(Math.ceil(n / alphabet.length));
}

function roman(n: number): string {
  const marks: [number, string][] = [
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let out = '';
  let rest = n % 400;
  for (const [value, mark] of marks)
    while (rest >= value) {
      out += mark;
      rest -= value;
    }
  return out;
}

function show(n: number, format: string): string {
  if (format === 'lowerLetter') return letters(n, 'abcdefghijklmnopqrstuvwxyz');
  if (format === 'upperLetter') return letters(n, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  if (format === 'russianLower') return letters(n, 'абвгдежзиклмнопрстуфхцчшщэюя');
  if (format === 'russianUpper') return letters(n, 'АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ');
  if (format === 'upperRoman') return roman(n);
  if (format === 'lowerRoman') return roman(n).toLowerCase();
  return format === 'decimalZero' && n < 10 ? `0${n}` : String(n);
}

interface Parsed {
  readonly abstracts: Map<string, Map<number, Level>>;
  readonly lists: Map<string, { abstract: string; starts: Map<number, number> }>;
}

function parse(archive: Archive, part: string): Parsed {
  const abstracts: Parsed['abstracts'] = new Map();
  const lists: Parsed['lists'] = new Map();
  let abstract = '';
  let list = '';
  let level = -1;
  let overriding = false;
  readXml(archive, part, {
    open(name, attributes) {
      const value = attributes.get('val') ?? '';
      if (name === 'abstractNum') {
        abstract = attributes.get('abstractNumId') ?? '';
        abstracts.set(abstract, new Map());
      } else if (name === 'num') {
        list = attributes.get('numId') ?? '';
        lists.set(list, { abstract: '', starts: new Map() });
      } else if (name === 'abstractNumId') {
        const entry = lists.get(list);
        if (entry) entry.abstract = value;
      } else if (name === 'lvlOverride') {
        overriding = true;
        level = Number(attributes.get('ilvl') ?? 0);
      } else if (name === 'startOverride') lists.get(list)?.starts.set(level, Number(value));
      else if (name === 'lvl') {
        level = Number(attributes.get('ilvl') ?? 0);
        if (!overriding) abstracts.get(abstract)?.set(level, { start: 1, format: 'decimal', text: '' });
      } else if (level >= 0 && !overriding) {
        const current = abstracts.get(abstract)?.get(level);
        if (current && name === 'start') current.start = Number(value);
        else if (current && name === 'numFmt') current.format = value;
        else if (current && name === 'lvlText') current.text = value;
      }
    },
    close(name) {
      if (name === 'lvlOverride') overriding = false;
      if (name === 'lvl' || name === 'lvlOverride') level = -1;
    },
  });
  return { abstracts, lists };
}

/** Reads the document's lists; a document without them numbers nothing. */
export function readNumbering(archive: Archive, part: string): Numbering {
  const { abstracts, lists } = parse(archive, part);
  const counters = new Map<string, (number | undefined)[]>();
  const restarted = new Set<string>();
  return {
    next({ id, level }) {
      const list = lists.get(id);
      const levels = list && abstracts.get(list.abstract);
      const own = levels?.get(level);
      if (!list || !levels || !own || own.format === 'bullet' || own.format === 'none') return '';
      // Lists of one abstract definition count on, unless a list says where it starts.
      const key = list.starts.size > 0 ? `${list.abstract}/${id}` : list.abstract;
      if (!restarted.has(key)) {
        restarted.add(key);
        counters.set(key, []);
      }
      const counts = counters.get(key) as (number | undefined)[];
      const startOf = (n: number): number => list.starts.get(n) ?? levels.get(n)?.start ?? 1;
      counts[level] = counts[level] === undefined ? startOf(level) : (counts[level] as number) + 1;
      counts.length = level + 1;
      return own.text.replace(/%(\d)/g, (_, digit: string) => {
        const n = Number(digit) - 1;
        return show(counts[n] ?? startOf(n), levels.get(n)?.format ?? 'decimal');
      });
    },
  };
}
