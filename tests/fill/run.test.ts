import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choose, planFill, wantedValue } from '../../lib/fill/plan.ts';
import { doubtWritten, runFill, startJournal, undoFill } from '../../lib/fill/run.ts';
import type { FillTarget } from '../../lib/fill/target.ts';
import type { FillJournal } from '../../lib/fill/types.ts';
import type { Form, Position } from '../../lib/model/form.ts';

function position(id: string, rows: [string, string][]): Position {
  return {
    id,
    path: ['1.1. Направление'],
    text: `Позиция ${id}`,
    number: null,
    points: null,
    confidence: 1,
    rows: rows.map(([url, comment], index) => ({ id: `${id}#${index}`, url, comment, name: '', pages: '' })),
  };
}

const form = (...positions: Position[]): Form => ({ mode: 'fill', mechanism: 'mum', positions });
const empty = (id: string): Position =>
  position(
    id,
    Array.from({ length: 5 }, () => ['', '']),
  );

/** Nobody waits for a page in memory. */
const wait = async (): Promise<void> => {};

/** A page that can be killed after a number of writes, and that counts what was written to it. */
class FakePage implements FillTarget {
  readonly values = new Map<string, string>();
  writes = 0;
  killAfter = Number.POSITIVE_INFINITY;
  constructor(from: Form) {
    for (const p of from.positions)
      p.rows.forEach((row, index) => {
        this.values.set(`${p.id}#${index}:url`, row.url);
        this.values.set(`${p.id}#${index}:comment`, row.comment);
      });
  }
  key(f: { positionId: string; rowIndex: number; field: string }): string {
    return `${f.positionId}#${f.rowIndex}:${f.field}`;
  }
  async read(fields: Parameters<FillTarget['read']>[0]) {
    return fields.map((f) => this.values.get(this.key(f)) ?? null);
  }
  async write(fields: Parameters<FillTarget['write']>[0]) {
    return fields.map((f) => {
      if (this.writes >= this.killAfter) throw new Error('killed');
      if (!this.values.has(this.key(f)))
        return { outcome: 'missing' as const, before: '', after: '', reason: null };
      const before = this.values.get(this.key(f)) ?? '';
      const left = before === f.value ? 'unchanged' : before === f.held ? null : 'edited';
      if (left) return { outcome: left, before, after: before, reason: null } as const;
      this.values.set(this.key(f), f.value);
      this.writes++;
      return { outcome: 'written' as const, before, after: f.value, reason: null };
    });
  }
}

describe('planFill', () => {
  it('writes into free rows and keeps what stands elsewhere', () => {
    const plan = planFill(
      form(
        position('a', [
          ['https://x.ru/1.pdf', 'с. 1'],
          ['', ''],
        ]),
      ),
      [
        {
          positionId: 'a',
          rows: [
            { url: 'http://x.ru/1.pdf', comment: 'с. 2' },
            { url: 'https://y.ru/2.pdf', comment: '' },
          ],
        },
      ],
    );
    expect(plan.items.map((item) => [item.id, item.action])).toEqual([
      ['a#0:url', 'same'],
      ['a#0:comment', 'keep'],
      ['a#1:url', 'write'],
    ]);
  });

  it('says which rows find no room', () => {
    const full = position(
      'a',
      Array.from({ length: 5 }, (_, i) => [`https://x.ru/${i}.pdf`, ''] as [string, string]),
    );
    const plan = planFill(form(full), [
      { positionId: 'a', rows: [{ url: 'https://x.ru/9.pdf', comment: '' }] },
    ]);
    expect(plan.items).toEqual([]);
    expect(plan.noRoom).toHaveLength(1);
  });

  it('decides for one field or for all, and never appends one address to another', () => {
    const plan = planFill(form(position('a', [['https://x.ru/1.pdf', 'было']])), [
      { positionId: 'a', rows: [{ url: 'https://x.ru/1.pdf', comment: 'стало' }] },
    ]);
    const comment = choose(plan, null, 'append').items.find((item) => item.field === 'comment');
    expect(comment && wantedValue(comment)).toBe('было\nстало');
    const replaced = choose(plan, 'a#0:comment', 'replace').items.find((item) => item.field === 'comment');
    expect(replaced && wantedValue(replaced)).toBe('стало');
  });

  it('is the same when planned again after filling: nothing left to write', async () => {
    const page = form(empty('a'), empty('b'));
    const incoming = ['a', 'b'].map((positionId) => ({
      positionId,
      rows: [
        { url: 'https://x.ru/общий.pdf', comment: 'Приказ, с. 1' },
        { url: 'https://x.ru/общий.pdf', comment: 'План, с. 2' },
      ],
    }));
    const fake = new FakePage(page);
    await runFill(startJournal(planFill(page, incoming), 'j', 's', ''), {
      target: fake,
      keep: async () => {},
      wait,
    });
    const filled = form(
      ...page.positions.map((p) =>
        position(
          p.id,
          p.rows.map((_, i) => [
            fake.values.get(`${p.id}#${i}:url`) ?? '',
            fake.values.get(`${p.id}#${i}:comment`) ?? '',
          ]),
        ),
      ),
    );
    expect(planFill(filled, incoming).items.every((item) => item.action === 'same')).toBe(true);
  });
});

describe('runFill and undoFill', () => {
  const rows = fc.array(fc.record({ url: fc.webUrl(), comment: fc.string({ maxLength: 20 }) }), {
    maxLength: 5,
  });

  it('survive being killed at any moment: nothing lost, nothing written twice, undo gives back the start', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(rows, { minLength: 1, maxLength: 6 }),
        fc.array(fc.nat(12), { maxLength: 5 }),
        async (table, kills) => {
          const ids = table.map((_, index) => `p${index}`);
          const start = form(...ids.map(empty));
          const page = new FakePage(start);
          const before = new Map(page.values);
          const plan = planFill(
            start,
            table.map((r, index) => ({ positionId: ids[index] ?? '', rows: r })),
          );
          let stored: FillJournal = startJournal(plan, 'j', 'site', '');
          const options = {
            target: page,
            keep: async (journal: FillJournal) => {
              stored = structuredClone(journal);
            },
            batch: 3,
            wait,
          };
          for (const kill of kills) {
            page.killAfter = page.writes + kill;
            await runFill(stored, options).catch(() => {});
          }
          page.killAfter = Number.POSITIVE_INFINITY;
          const done = await runFill(stored, options);
          expect(done.state).toBe('done');
          expect(page.writes).toBe(done.records.length);
          for (const record of done.records)
            expect(page.values.get(record.item.id)).toBe(wantedValue(record.item));
          expect((await undoFill(done, options)).state).toBe('undone');
          expect(page.values).toEqual(before);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('writes again what a reload lost, and leaves what was edited by hand', async () => {
    const start = form(empty('a'));
    const page = new FakePage(start);
    const plan = planFill(start, [
      { positionId: 'a', rows: [{ url: 'https://x.ru/1.pdf', comment: 'с. 1' }] },
    ]);
    const options = { target: page, keep: async () => {}, wait };
    const done = await runFill(startJournal(plan, 'j', 's', ''), options);
    page.values.set('a#0:url', '');
    page.values.set('a#0:comment', 'с. 1, 7');
    const again = await runFill(done, options);
    expect(again.records.map((record) => record.status)).toEqual(['written', 'edited']);
    expect(page.values.get('a#0:url')).toBe('https://x.ru/1.pdf');
    expect(page.values.get('a#0:comment')).toBe('с. 1, 7');
    const undone = await undoFill(again, options);
    expect(page.values.get('a#0:url')).toBe('');
    expect(page.values.get('a#0:comment')).toBe('с. 1, 7');
    expect(undone.records.map((record) => record.status)).toEqual(['undone', 'edited']);
  });

  it('keeps as written what is on another tab of the form now', async () => {
    const start = form(empty('a'), empty('b'));
    const page = new FakePage(start);
    const plan = planFill(
      start,
      ['a', 'b'].map((positionId) => ({ positionId, rows: [{ url: 'https://x.ru/1.pdf', comment: '' }] })),
    );
    const options = { target: page, keep: async () => {}, wait };
    const done = await runFill(startJournal(plan, 'j', 's', ''), options);
    page.values.delete('a#0:url');
    const again = await runFill(done, options);
    expect(again.records.map((record) => record.status)).toEqual(['written', 'written']);
    expect(again.state).toBe('done');
    expect(page.writes).toBe(2);
  });

  it('pauses where it is told and goes on', async () => {
    const start = form(empty('a'), empty('b'));
    const page = new FakePage(start);
    const plan = planFill(
      start,
      ['a', 'b'].map((positionId) => ({ positionId, rows: [{ url: 'https://x.ru/1.pdf', comment: '' }] })),
    );
    const controller = new AbortController();
    let kept = 0;
    const keep = async (): Promise<void> => {
      // The first time nothing is written yet.
      if (++kept === 2) controller.abort();
    };
    const paused = await runFill(startJournal(plan, 'j', 's', ''), {
      target: page,
      keep,
      wait,
      batch: 1,
      signal: controller.signal,
    });
    expect(paused.state).toBe('paused');
    expect(page.writes).toBe(1);
    expect((await runFill(paused, { target: page, keep: async () => {}, wait })).state).toBe('done');
    expect(page.writes).toBe(2);
  });

  it('looks again at what a page loaded anew may have lost, and takes back what it has kept', async () => {
    const start = form(empty('a'), empty('b'));
    const page = new FakePage(start);
    const plan = planFill(
      start,
      ['a', 'b'].map((positionId) => ({ positionId, rows: [{ url: 'https://x.ru/1.pdf', comment: '' }] })),
    );
    const options = { target: page, keep: async () => {}, wait };
    const done = await runFill(startJournal(plan, 'j', 's', ''), options);
    // The site kept `a`; `b` stands in a direction that is not open now.
    page.values.delete('b#0:url');
    const again = await runFill(doubtWritten(done), options);
    expect(again.records.map((record) => record.status)).toEqual(['written', 'missing']);
    expect(again.state).toBe('paused');
    expect(page.writes).toBe(2);
    page.values.set('b#0:url', 'https://x.ru/1.pdf');
    const undone = await undoFill(doubtWritten(done), options);
    expect(undone.state).toBe('undone');
    expect(page.values.get('a#0:url')).toBe('');
    expect(page.values.get('b#0:url')).toBe('');
  });

  it('counts as written only what still stands there when the page had time to object', async () => {
    const start = form(empty('a'));
    const page = new FakePage(start);
    const plan = planFill(start, [
      { positionId: 'a', rows: [{ url: 'https://x.ru/1.pdf', comment: 'с. 1' }] },
    ]);
    let waits = 0;
    const done = await runFill(startJournal(plan, 'j', 's', ''), {
      target: page,
      keep: async () => {},
      // The page objects to one field at once, to the other after the first reading back.
      wait: async () => {
        page.values.set(waits++ === 0 ? 'a#0:url' : 'a#0:comment', 'другое');
      },
    });
    expect(done.records.map(({ status, after, reason }) => [status, after, reason])).toEqual([
      ['rejected', 'другое', 'write.changedBack'],
      ['rejected', 'другое', 'write.changedBack'],
    ]);
  });

  it.each([
    [1, 200],
    [100, 25],
  ])('takes %s ms a field: batches grow to %s or stay small, so that a pause is felt', async (each, most) => {
    const ids = Array.from({ length: 600 }, (_, index) => `p${index}`);
    const start = form(...ids.map(empty));
    const page = new FakePage(start);
    const sizes: number[] = [];
    let clock = 0;
    const write = page.write.bind(page);
    page.write = async (fields) => {
      sizes.push(fields.length);
      clock += fields.length * each;
      return write(fields);
    };
    const rows = [{ url: 'https://x.ru/1.pdf', comment: '' }];
    const plan = planFill(
      start,
      ids.map((positionId) => ({ positionId, rows })),
    );
    await runFill(startJournal(plan, 'j', 's', ''), {
      target: page,
      keep: async () => {},
      wait,
      now: () => clock,
      batch: 200,
    });
    expect(sizes[0]).toBe(25);
    expect(Math.max(...sizes)).toBe(most);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(600);
  });

  it('writes the next batch while the one before settles, and never waits for each', async () => {
    const ids = Array.from({ length: 30 }, (_, index) => `p${index}`);
    const start = form(...ids.map(empty));
    const page = new FakePage(start);
    const plan = planFill(
      start,
      ids.map((positionId) => ({ positionId, rows: [{ url: 'https://x.ru/1.pdf', comment: '' }] })),
    );
    let waited = 0;
    let clock = 0;
    const done = await runFill(startJournal(plan, 'j', 's', ''), {
      target: page,
      keep: async () => {
        clock += 10;
      },
      wait: async (ms) => {
        waited += ms;
        clock += ms;
      },
      now: () => clock,
      batch: 3,
    });
    expect(done.state).toBe('done');
    expect(waited).toBeLessThanOrEqual(1200);
  });
});
