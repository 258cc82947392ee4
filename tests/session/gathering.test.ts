import { describe, expect, it } from 'vitest';
import type { FormChange } from '../../lib/form/types.ts';
import { createGathering, type Gathered } from '../../lib/session/gathering.ts';
import { fakeForm, startFake } from './fakes.ts';

const change = (part: Partial<FormChange>): FormChange => ({
  added: [],
  removed: [],
  changed: [],
  values: [],
  ...part,
});

function start() {
  const looked: Gathered[] = [];
  const timers = new Map<() => void, number>();
  let clock = 0;
  const gathering = createGathering(
    (gathered) => looked.push(gathered),
    (run, ms) => {
      timers.set(run, clock + ms);
      return () => timers.delete(run);
    },
    () => clock,
  );
  /** Time passes; whose time has come runs. */
  const pass = (ms: number): void => {
    clock += ms;
    for (const [run, at] of [...timers]) if (at <= clock && timers.delete(run)) run();
  };
  const batch = (...ids: string[]) =>
    gathering.during(async () => {
      for (const id of ids) expect(gathering.take(change({ values: [id] })).values).toEqual([]);
    });
  return { gathering, looked, timers, pass, batch };
}

describe('what a filling writes', () => {
  it('is looked at once, when the filling is quiet', async () => {
    const { batch, looked, pass, timers } = start();
    await batch('a', 'a', 'b');
    pass(100);
    await batch('b', 'c');
    expect(looked).toEqual([]);
    pass(300);
    expect(looked).toEqual([{ values: ['a', 'b', 'c'], changed: [] }]);
    expect(timers.size).toBe(0);
  });

  it('is looked at within a second while the filling goes on', async () => {
    const { batch, looked, pass } = start();
    for (let n = 0; n < 10; n++) {
      await batch(`p${n}`);
      pass(200);
    }
    expect(looked.length).toBeGreaterThanOrEqual(1);
    expect(looked[0]?.values).toContain('p0');
  });

  it('is not mixed with what the page does between batches, and positions that come or go are told at once', async () => {
    const { gathering, batch } = start();
    await batch('a');
    const typed = change({ values: ['b'] });
    expect(gathering.take(typed)).toBe(typed);
    await gathering.during(async () => {
      const came = change({ added: ['x'], values: ['a'] });
      expect(gathering.take(came)).toBe(came);
    });
  });

  it('is looked at as soon as somebody asks, also when a batch failed', async () => {
    const { gathering, looked, timers } = start();
    const failing = gathering.during(async () => {
      gathering.take(change({ values: ['a'], changed: ['b'] }));
      throw new Error('the page is gone');
    });
    await expect(failing).rejects.toThrow();
    gathering.settle();
    gathering.settle();
    expect(looked).toEqual([{ values: ['a'], changed: ['b'] }]);
    expect(timers.size).toBe(0);
  });

  it('shows in the counts that a page of the extension asks for', async () => {
    const page = fakeForm([{ text: 'Наличие целей' }, { text: 'Наличие задач' }]);
    const { handlers } = startFake(page);
    page.type(page.row(1, 0).id, 'url', 'mailto:x@uo.example.ru');
    const state = await handlers['form.state']?.({}, {});
    expect(state?.findings.error).toBeGreaterThan(0);
    expect(state?.filled).toBe(1);
  });
});
