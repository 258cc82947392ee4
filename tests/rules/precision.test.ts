import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { composeComment } from '../../lib/reference/comment.ts';
import { checkForm } from '../../lib/rules/engine.ts';
import { contextOf, positionOf } from '../../lib/rules/example.ts';
import titles from '../fixtures/document-titles.json' with { type: 'json' };

interface Labelled {
  readonly url: string;
  readonly label: string;
}
const labelled: Labelled[] = readFileSync('tests/fixtures/urls-dev.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
const proper = labelled
  .filter((one) => one.label === 'document' || one.label === 'file')
  .map((one) => one.url);

function check(url: string, comment: string) {
  const positions = [positionOf('p', [[url, comment]])];
  return checkForm({ mode: 'fill', mechanism: null, positions }, contextOf());
}

describe('proper documents', () => {
  it('are never called wrong, whatever their address and title', () => {
    const spoken: string[] = [];
    titles.titles.forEach(({ title, link_as_published: link }, i) => {
      const url = link?.startsWith('http') ? link : (proper[i % proper.length] as string);
      const comment = composeComment({
        name: title,
        pages: [[3, 5]],
        login: '',
        password: '',
        access: '',
        explanation: 'Раздел 2 — цели и задачи',
      });
      for (const finding of check(url, comment))
        if (finding.verdict === 'wrong') spoken.push(`${finding.rule} ${url}`);
    });
    for (const url of proper)
      for (const finding of check(url, 'Приказ УО от 15.03.2022 № 123-од, с. 3–5. Цели'))
        if (finding.verdict === 'wrong') spoken.push(`${finding.rule} ${url}`);
    expect(spoken).toEqual([]);
  });

  it('are hardly ever called anything but documents', () => {
    const rules = new Set(['news-link', 'event-without-document', 'not-a-document-link', 'closed-access']);
    const alarms = proper.filter((url) =>
      check(url, 'Приказ № 5, с. 3. Цели').some((one) => rules.has(one.rule)),
    );
    expect(alarms.length / proper.length).toBeLessThanOrEqual(0.03);
  });
});

describe('news-link on the development set', () => {
  it('recalls 0.65 of the news or more, at a precision of 0.97 or more', () => {
    const told = labelled.filter((one) =>
      check(one.url, 'с. 1').some((finding) => finding.rule === 'news-link'),
    );
    const right = told.filter((one) => one.label === 'news').length;
    expect(right / told.length).toBeGreaterThanOrEqual(0.97);
    expect(right / labelled.filter((one) => one.label === 'news').length).toBeGreaterThanOrEqual(0.65);
  });
});
