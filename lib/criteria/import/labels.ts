import { mendLookAlikes } from '../../reference/look-alikes.ts';
import { collapse } from '../../reference/text.ts';

/** What a column of a criteria document holds. */
export type CriteriaRole =
  | 'number'
  | 'section'
  | 'direction'
  | 'track'
  | 'component'
  | 'position'
  | 'criterion'
  | 'points'
  | 'level'
  | 'note';

/** Words of headers, the telling ones first. */
const WORDS: readonly (readonly [RegExp, CriteriaRole])[] = [
  // «Критерии начисления баллов» tell for what, not how many.
  [
    /^(?:критери|услови|порядок|основани|правил)\S* (?:начислени|присвоени|выставлени|получени)|^(?:за что|за как\S+|как|когда|в как\S+ случа\S+) \S*\s?(?:выстав|начисл|присв|оцен|став|да[её]тс|получ|балл)/iu,
    'criterion',
  ],
  [/балл|^макс|^вес(?:$|\s)|^оценка$|^max$|^шкала(?:$|\s)|^очки$|^количество очков/iu, 'points'],
  [
    /подход\S* к оцен|критери\S* (?:оцен|начисл|выстав|присв)|порядок оцен|как оцен|за что|описание (?:критери|показат)|содержание критери|требовани|услови\S* (?:начисл|получ)|характеристик|расшифровк|методик\S* оцен|показател\S* оцен/iu,
    'criterion',
  ],
  [/позици|оцениваемы|объект\S* оцен|что оценива|предмет оцен/iu, 'position'],
  [/^трек|название трека|наименование трека/iu, 'track'],
  [/компонент|управленческ\S* цикл|этап|стади/iu, 'component'],
  [/направлени/iu, 'direction'],
  [/^раздел|^блок|^механизм/iu, 'section'],
  [/^(?:№|n|no|номер|код|шифр|п\/п|# *$|индекс)/iu, 'number'],
  [/примечани|комментари|источник|основани|ссылк|документ/iu, 'note'],
  [/критери/iu, 'criterion'],
  [/показател|наименовани|формулировк/iu, 'position'],
];

/** What a header's text says of its column, or a label of the field beside it; null when it says nothing. */
export function roleOf(header: string): CriteriaRole | null {
  if (header.length > 400) return null;
  const line = collapse(header.replace(/-\s*\n\s*(?=\p{Ll})/gu, '')).replace(/\p{L}+/gu, mendWord);
  // «до 2 баллов», «1 балл – …» are points, not a name for them.
  if (line === '' || line.length > 160 || /^(?:от|до|не более)?\s*\d.*балл/iu.test(line)) return null;
  if (/\d\s*балл/iu.test(line) && !/^(?:кол|макс|балл|оценк|шкал|сумм)/iu.test(line)) return null;
  return WORDS.find(([pattern]) => pattern.test(line))?.[1] ?? null;
}

/** «Бaллы» with a Latin letter among the Russian ones, as files that were made by hand have it. */
function mendWord(word: string): string {
  return /[a-z]/iu.test(word) && /[а-яё]/iu.test(word) ? mendLookAlikes(word.toLowerCase()) : word;
}
