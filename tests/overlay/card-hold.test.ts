import { describe, expect, it } from 'vitest';
import { holdCard } from '../../lib/overlay/card-hold.ts';
import type { CardView } from '../../lib/overlay/types.ts';

const card = (positionId: string, criterion: string | null) =>
  ({ positionId, criterion }) as unknown as CardView;

function desk() {
  const shown: (string | null)[] = [];
  let timer: (() => void) | null = null;
  const put = holdCard(
    (view) => shown.push(view && `${view.positionId}:${view.criterion}`),
    (run) => {
      timer = run;
      return () => {
        timer = null;
      };
    },
  );
  return { shown, put, wait: () => timer?.(), waits: () => timer !== null };
}

describe('a card', () => {
  it('comes at once where its criterion is known', () => {
    const { shown, put, waits } = desk();
    put(card('a', 'text'));
    expect(shown).toEqual(['a:text']);
    expect(waits()).toBe(false);
  });

  it('waits for its criterion, and is drawn once', () => {
    const { shown, put, waits } = desk();
    put(card('a', null));
    put(card('a', null));
    expect(shown).toEqual([]);
    put(card('a', 'text'));
    expect(shown).toEqual(['a:text']);
    expect(waits()).toBe(false);
  });

  it('comes without it when that takes too long, and is completed later', () => {
    const { shown, put, wait } = desk();
    put(card('a', null));
    wait();
    put(card('a', null));
    put(card('a', 'text'));
    expect(shown).toEqual(['a:null', 'a:null', 'a:text']);
  });

  it('that was closed while it waited does not come', () => {
    const { shown, put, waits } = desk();
    put(card('a', null));
    put(null);
    expect(waits()).toBe(false);
    expect(shown).toEqual([null]);
  });

  it('of another position takes the place of one that waits', () => {
    const { shown, put, wait } = desk();
    put(card('a', null));
    put(card('b', null));
    wait();
    expect(shown).toEqual(['b:null']);
  });
});
