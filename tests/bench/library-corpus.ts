import type { NewDocument } from '../../lib/library/types.ts';

/** A made-up library of any size: titles as municipalities write them, and queries in other inflections or with typos. */

/** Repeatable random numbers (mulberry32): the same library and queries in every run. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Forms of a word: as it stands in the title, then as people type it. */
type Forms = readonly [string, ...string[]];

const forms = (text: string): Forms[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim().split('/') as unknown as Forms);

const KINDS = forms(`
  Приказ/приказа/приказы
  Распоряжение/распоряжения/распоряжении
  Постановление/постановления/постановлением
  Положение/положения/положении
  Справка/справки/справке
  Аналитическая справка/аналитической справки/аналитические справки
  Отчёт/отчета/отчёты
  План мероприятий/плана мероприятий/планы мероприятий
  Программа/программы/программе
  Дорожная карта/дорожной карты/дорожную карту
  Методические рекомендации/методических рекомендаций/методическим рекомендациям
  Письмо/письма/письме
  Перечень показателей/перечня показателей/перечни показателей`);

const ACTIONS = forms(`
  о проведении мониторинга/проведение мониторинга/мониторинг проводить
  об утверждении положения/утверждение положений/утвердить положение
  об итогах мониторинга/итоги мониторинга/итогам мониторингов
  об организации работы/организация работ/организовать работу
  о проведении конкурса/проведение конкурсов/конкурсе
  о реализации мероприятий/реализация мероприятия/реализацию мероприятий
  о результатах анализа/результаты анализа/результат анализов
  об утверждении показателей/утверждённые показатели/показателям
  о проведении семинара/семинары/семинаре
  о принятии мер/принятые меры/принятием мер
  об участии в проекте/участие в проектах/участия в проекте
  об утверждении программы/утверждение программ/программа
  о проведении олимпиады/олимпиады/олимпиаде
  о создании рабочей группы/рабочая группа/рабочие группы
  о выполнении плана/выполнение планов/планом`);

const TOPICS = forms(`
  объективности оценивания/объективность оценивания/объективностью оценки
  качества дошкольного образования/качество дошкольного образования/качеством дошкольных
  профессиональной ориентации обучающихся/профессиональная ориентация/профессиональную ориентацию обучающимся
  воспитания и социализации/воспитание и социализация/воспитанию и социализации
  развития талантов у детей/развитие талантов/развитием талантов детям
  эффективности руководителей/эффективность руководителя/эффективностью руководителям
  повышения квалификации педагогов/повышение квалификации педагогов/повышению квалификации
  поддержки школ с низкими результатами/поддержка школы с низким результатом/поддержку школ
  функциональной грамотности/функциональная грамотность/функциональную грамотность
  всероссийских проверочных работ/всероссийские проверочные работы/всероссийская проверочная работа
  государственной итоговой аттестации/государственная итоговая аттестация/государственную итоговую аттестацию
  наставничества молодых педагогов/наставничество молодых педагогов/наставничеством
  дополнительного образования детей/дополнительное образование детям/дополнительному образованию
  патриотического воспитания/патриотическое воспитание/патриотическому воспитанию
  профилактики безнадзорности/профилактика безнадзорности/профилактику
  инклюзивного образования/инклюзивное образование/инклюзивному образованию
  одарённых детей/одаренные дети/одаренным детям
  адаптации первоклассников/адаптация первоклассников/адаптацию первоклассника
  волонтёрского движения/волонтерское движение/волонтёрскому движению
  цифровой образовательной среды/цифровая образовательная среда/цифровую образовательную среду
  самоопределения старшеклассников/самоопределение старшеклассников/самоопределению старшеклассника
  питания школьников/питание школьников/питанием школьников
  родительского просвещения/родительское просвещение/родительскому просвещению
  школьных библиотек/школьные библиотеки/школьная библиотека
  консультационных центров/консультационные центры/консультационный центр
  речевого развития дошкольников/речевое развитие дошкольника/речевому развитию дошкольников`);

const STEMS =
  'Абин Берёз Вязем Гатчин Дмитров Ейск Жуков Зарай Иланск Каргин Ленск Можай Нарым Окулов Пестов Рыльск Сергач Тотем Уваров Фурман Хотын Целин Чердын Шабли Щучан Юрьев Яранск Алатыр Бутурлин Валдай Горбатов Данилов Ерши Звениг Ивангород Касимов Лукоянов Мышкин Невель Опочк'.split(
    ' ',
  );

/** Districts: the title has the prepositional case, people type others. */
const PLACES: readonly Forms[] = STEMS.flatMap((stem): Forms[] => [
  [`в ${stem}ском районе`, `${stem}ский район`, `${stem}ского района`],
  [`в ${stem}ском городском округе`, `${stem}ский городской округ`, `${stem}ского городского округа`],
]);

const pick = <T>(list: readonly T[], next: () => number): T => list[Math.floor(next() * list.length)] as T;

export interface Titled {
  readonly title: string;
  /** What the title is made of, to make queries from. */
  readonly parts: readonly Forms[];
}

/** Titles, repeatable by seed. */
export function titles(count: number, seed = 1): Titled[] {
  const next = random(seed);
  return Array.from({ length: count }, () => {
    const [kind, action, topic, place] = [KINDS, ACTIONS, TOPICS, PLACES].map((list) => pick(list, next));
    const day = String(1 + Math.floor(next() * 28)).padStart(2, '0');
    const month = String(1 + Math.floor(next() * 12)).padStart(2, '0');
    const year = 2019 + Math.floor(next() * 5);
    const number = `${1 + Math.floor(next() * 900)}${next() < 0.4 ? '-од' : ''}`;
    const parts = [kind, action, topic, place] as Forms[];
    const [k, a, t, p] = parts.map((part) => part[0]);
    const title =
      next() < 0.6
        ? `${k} от ${day}.${month}.${year} № ${number} «${(a as string).replace('о', 'О')} ${t} ${p}»`
        : `${k} ${a} ${t} ${p} в ${year} году`;
    return { title, parts };
  });
}

/** Documents for the library. */
export function documents(count: number, seed = 1): NewDocument[] {
  return titles(count, seed).map(({ title }, index) => ({
    title,
    number: '',
    date: '',
    kind: 'order',
    address: `https://example-${index % 500}.ru/docs/${index}.pdf`,
    pageCount: 1 + (index % 40),
    access: { kind: 'open', note: '' },
    directions: ['1.1'],
    note: '',
  }));
}

export interface Query {
  readonly text: string;
  /** Titles that contain exactly these parts: any of them is right. */
  readonly wanted: ReadonlySet<number>;
}

function typo(word: string, next: () => number): string {
  if (word.length < 5) return word;
  const at = 1 + Math.floor(next() * (word.length - 2));
  const kind = Math.floor(next() * 4);
  if (kind === 0) return word.slice(0, at) + word.slice(at + 1);
  if (kind === 1) return `${word.slice(0, at)}${word.charAt(at + 1)}${word.charAt(at)}${word.slice(at + 2)}`;
  if (kind === 2) return `${word.slice(0, at)}${pick([...'аоеинтсрвлкмдп'], next)}${word.slice(at)}`;
  return `${word.slice(0, at)}${pick([...'аоеинтсрвлкмдп'], next)}${word.slice(at + 1)}`;
}

/** Queries made of parts of a title in other inflections; with `typos` every second longer word has one. */
export function queries(corpus: readonly Titled[], count: number, typos: boolean, seed = 7): Query[] {
  const next = random(seed);
  return Array.from({ length: count }, () => {
    const target = pick(corpus, next);
    let text = target.parts.map((part) => pick(part.slice(1), next)).join(' ');
    if (typos) {
      text = text
        .split(' ')
        .map((word, index) => (index % 2 === 0 ? typo(word, next) : word))
        .join(' ');
    }
    const wanted = new Set<number>();
    corpus.forEach((other, index) => {
      if (other.parts.every((part, at) => part === target.parts[at])) wanted.add(index);
    });
    return { text, wanted };
  });
}
