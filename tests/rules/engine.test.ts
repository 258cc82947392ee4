import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Form, Position } from '../../lib/model/form.ts';
import type { CriterionFacts } from '../../lib/model/matched.ts';
import { checkForm, createEngine } from '../../lib/rules/engine.ts';
import { contextOf, criterionOf, positionOf, type RowText } from '../../lib/rules/example.ts';

const URLS = [
  '',
  'https://uo.example.ru/a.pdf',
  'https://uo.example.ru/a.pdf?utm_source=x',
  'https://uo.example.ru/novosti/5',
  'https://uo.example.ru/',
  'uo.example.ru/b.docx',
  'https://disk.yandex.ru/d/AbC',
  'words only',
];
const COMMENTS = ['', 'с. 3', 'Приказ № 5, с. 3–12', 'Справка об анкетировании', 'логин: a, пароль: b'];
const STEPS = [
  'Цели и задачи',
  'Показатели',
  'Мониторинг показателей',
  'Анализ результатов мониторинга',
  'Меры',
];
const TRACKS = [
  ['1.2. Система работы со школами', 'Адресная поддержка школ с низкими образовательными результатами'],
  ['1.2. Система работы со школами', 'Другой трек'],
  ['1.3. Таланты', 'Развитие способностей обучающихся в соответствии с их потребностями'],
];
const PLACES = TRACKS.flatMap((track) => STEPS.map((step) => [...track, step]));

const rows = fc.array(fc.tuple(fc.constantFrom(...URLS), fc.constantFrom(...COMMENTS)), {
  minLength: 1,
  maxLength: 6,
});
const form = (all: readonly (readonly RowText[])[]): Form => ({
  mode: 'fill',
  mechanism: 'mum',
  positions: all.map((one, i) => positionOf(`p${i}`, one, PLACES[i % PLACES.length])),
});
const facts = (key: string) =>
  key.endsWith('a.pdf')
    ? { title: 'Приказ', pageCount: 10, access: 'password' as const, directions: ['1.1'], sameAddress: 1 }
    : null;
const byNumber = (id: string): CriterionFacts | null =>
  id.endsWith('1') ? criterionOf({ component: 'monitoring', trackKey: 't', directionCode: '2.3' }) : null;
const context = contextOf({ facts, criterion: byNumber, noLowSchools: true });

describe('the engine', () => {
  it('gives after any edits what a fresh check gives, and names the positions that changed', () => {
    fc.assert(
      fc.property(
        fc.array(rows, { minLength: 1, maxLength: 20 }),
        fc.array(fc.tuple(fc.nat(), rows), { maxLength: 12 }),
        (start, edits) => {
          const current = [...form(start).positions];
          const engine = createEngine(context);
          engine.reset({ ...form(start), positions: current });
          for (const [at, values] of edits) {
            const i = at % current.length;
            const old = current[i] as Position;
            const before = current.map((one) => JSON.stringify(engine.findings(one.id)));
            current[i] = positionOf(old.id, values, old.path);
            const changed = engine.update(current[i] as Position);
            const after = current.map((one) => JSON.stringify(engine.findings(one.id)));
            const really = current.filter((_, n) => before[n] !== after[n]).map((one) => one.id);
            expect([...changed].sort()).toEqual(really.sort());
          }
          expect(engine.all()).toEqual(checkForm({ ...form(start), positions: current }, context));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('finds the same when many positions are taken at once, and names all whose findings changed', () => {
    fc.assert(
      fc.property(
        fc.array(rows, { minLength: 1, maxLength: 12 }),
        fc.array(fc.tuple(fc.nat(), rows, fc.nat(9)), { maxLength: 12 }),
        (start, edits) => {
          const current = [...form(start).positions];
          const engine = createEngine(context);
          engine.reset({ ...form(start), positions: current });
          const before = current.map((one) => JSON.stringify(engine.findings(one.id)));
          const touched = new Set<number>();
          for (const [at, values, moved] of edits) {
            const i = at % current.length;
            const old = current[i] as Position;
            // Now and then a position's headings change, too.
            current[i] = positionOf(old.id, values, moved === 0 ? PLACES[1] : old.path);
            touched.add(i);
          }
          const changed = new Set(engine.take([...touched].map((i) => current[i] as Position)));
          expect(engine.all()).toEqual(checkForm({ ...form(start), positions: current }, context));
          for (const [i, { id }] of current.entries())
            if (before[i] !== JSON.stringify(engine.findings(id))) expect(changed).toContain(id);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('says nothing about an untouched form', () => {
    const empty = form(Array.from({ length: 60 }, () => [['', '']] as const));
    expect(checkForm(empty, contextOf())).toEqual([]);
  });

  it('asks for proof that there are no weak schools only when the settings say so, or 1.2 is being filled', () => {
    const all = form(
      Array.from(
        { length: 15 },
        (_, i) => [[i === 6 ? 'https://uo.example.ru/a.pdf' : '', 'с. 3. Цели']] as const,
      ),
    );
    const found = (noLowSchools: boolean | null) =>
      checkForm(all, contextOf({ noLowSchools })).filter((one) => one.rule === 'no-low-schools');
    expect(found(null).map((one) => one.severity)).toEqual(['advice']);
    expect(found(true).map((one) => one.severity)).toEqual(['error']);
    expect(found(false)).toEqual([]);
  });

  it('follows a change of what is known', () => {
    const engine = createEngine(contextOf());
    engine.reset(form([[['https://uo.example.ru/a.pdf', 'Приказ, с. 12']]]));
    expect(engine.all()).toEqual([]);
    engine.setContext(contextOf({ facts }));
    expect(engine.all().map((one) => one.rule)).toContain('pages-out-of-range');
  });

  it('takes a position it has not seen', () => {
    const engine = createEngine(contextOf());
    engine.reset(form([[['', '']]]));
    expect(engine.update(positionOf('new', [['https://uo.example.ru/', '']]))).toEqual(['new']);
  });

  it('looks at the typed position alone, however big the form is', () => {
    const asked = (count: number): string[] => {
      const seen: string[] = [];
      const spying = contextOf({
        criterion: (id) => {
          seen.push(id);
          return null;
        },
      });
      const engine = createEngine(spying);
      engine.reset(
        form(
          Array.from(
            { length: count },
            (_, i) => [[`https://uo.example.ru/${i}.pdf`, 'Приказ, с. 3']] as const,
          ),
        ),
      );
      engine.findings('p1');
      seen.length = 0;
      for (let n = 0; n < 20; n++)
        engine.update(positionOf('p1', [[`https://uo.example.ru/x${n}.pdf`, 'Приказ, с. 3']], PLACES[1]));
      return seen;
    };
    const small = asked(40);
    expect(new Set(small)).toEqual(new Set(['p1']));
    expect(asked(4000)).toEqual(small);
  });

  it('is not held up by a megabyte of anything', () => {
    const start = performance.now();
    for (const part of [
      'а',
      ' ',
      'с. 5, ',
      'https://',
      '«',
      '(',
      '1-',
      'логин: ',
      ',,',
      '%D0',
      '/',
      '=&',
      'стр. 1 и ',
      '-',
    ]) {
      const text = part.repeat(Math.ceil(1_000_000 / part.length));
      const position = positionOf('p', [
        [text, text],
        [`https://a.ru/${text.slice(0, 7000)}`, text.slice(0, 19_000)],
      ]);
      checkForm({ mode: 'fill', mechanism: null, positions: [position] }, context);
    }
    // A quadratic pattern takes minutes here; a loaded machine does not.
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

describe('tracks', () => {
  it('hold together where only some positions were matched to a criterion', () => {
    const path = ['2.3. Воспитание', 'Ценностные ориентации'];
    const filled = [['https://uo.example.ru/a.pdf', 'Приказ № 5, с. 3']] as const;
    const positions = [
      positionOf('goals', filled, [...path, 'Цели и задачи']),
      positionOf('indicators', filled, [...path, 'Показатели']),
      positionOf('monitoring', filled, [...path, 'Мониторинг показателей']),
      positionOf('indicators-2', [['', '']], [...path, 'Показатели']),
    ];
    const matched = (id: string) =>
      id === 'monitoring' || id === 'indicators-2'
        ? criterionOf({
            component: id === 'monitoring' ? 'monitoring' : 'indicators',
            trackKey: 'pack',
            directionCode: '2.3',
          })
        : null;
    expect(
      checkForm({ mode: 'fill', mechanism: null, positions }, contextOf({ criterion: matched })),
    ).toEqual([]);
  });
});
