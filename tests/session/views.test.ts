import { describe, expect, it } from 'vitest';
import type { Position } from '../../lib/model/form.ts';
import { markerView } from '../../lib/session/views.ts';

const describeNone = () => ({ what: '', why: '', source: '' });
const position = (points: number | null, url = ''): Position => ({
  id: 'p',
  path: [],
  text: 'Наличие показателей',
  number: '1.1',
  points,
  rows: [{ id: 'p#0', url, comment: '', name: '', pages: '' }],
  confidence: 1,
});

describe('a marker without points', () => {
  it('says when they will stand there', () => {
    expect(markerView(position(null), null, [], describeNone).tip).toMatch(/ссылки\. Баллы появятся/);
    expect(markerView(position(null, 'https://a.ru/1.pdf'), null, [], describeNone).tip).toMatch(
      /^Баллы появятся/,
    );
  });

  it('has those the site prints, and then nothing to explain', () => {
    const view = markerView(position(2), null, [], describeNone);
    expect(view).toMatchObject({ points: 2, tip: 'Пока нет ни одной ссылки' });
  });
});
