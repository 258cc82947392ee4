import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { keepFill } from '../../lib/fill/journal-store.ts';
import { startJournal } from '../../lib/fill/run.ts';
import { onFiles } from '../../pages/workspace/import/given.ts';
import { files, journal, session } from '../../pages/workspace/import/state.ts';
import { takeUpLast } from '../../pages/workspace/import/take-up.ts';

const earlier = () =>
  startJournal({ items: [], noRoom: [] }, 'earlier', 'https://example.ru mum', '2026-11-22');

afterEach(() => {
  journal.value = null;
  session.value = null;
  files.value = [];
});

describe('an earlier filling', () => {
  it('is taken up when the page opens', async () => {
    await keepFill({ journal: earlier(), session: null, title: 'Форма' });
    await takeUpLast();
    expect(journal.value?.id).toBe('earlier');
  });

  it('yields to a table given while it is being read', async () => {
    await keepFill({ journal: earlier(), session: null, title: 'Форма' });
    const takingUp = takeUpLast();
    const given = onFiles([new File(['Позиция;Ссылка\nТекст;https://example.ru/a.pdf'], 'таблица.csv')]);
    await takingUp;
    expect(journal.value).toBeNull();
    // No form and no background answer here: only the file itself is of interest.
    await given.catch(() => undefined);
    expect(journal.value).toBeNull();
    expect(files.value.map(({ name }) => name)).toEqual(['таблица.csv']);
  });
});
