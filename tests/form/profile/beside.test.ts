// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { applyProfile } from '../../../lib/form/profile/apply.ts';
import { makeProfile } from '../../../lib/form/profile/make.ts';

const TEXTS = ['Наличие муниципальных целей', 'Наличие муниципальных показателей', 'Проведение мониторинга'];
const row = (name: string, i: number, comment: string): string =>
  `<td><input name="a[${name}][${i}]" size="4"></td><td><input name="b[${name}][${i}]"></td><td>${comment}</td>`;
const page = (comment: (name: string) => string): string =>
  TEXTS.map(
    (text, p) =>
      `<table><tbody>${[0, 1, 2, 3, 4]
        .map(
          (i) =>
            `<tr>${i === 0 ? `<td rowspan="5">${text}</td>` : ''}${row(String(p), i, comment(`c[${p}][${i}]`))}</tr>`,
        )
        .join('')}</tbody></table>`,
  ).join('');

/** A profile from the first position of the page in front. */
function show(base: ReturnType<typeof makeProfile> | null = null) {
  const cells = [...document.querySelectorAll('tr')][0]?.children;
  const at = (index: number) => cells?.[index]?.firstElementChild as HTMLElement;
  return makeProfile(
    document,
    { positionText: cells?.[0] as Element, link: at(2), comment: at(3) },
    { site: 'x', title: 'x', made: '2022-01-01T00:00:00.000Z', base },
  );
}

describe('a field of the same kind beside the link, which nobody pointed at', () => {
  it('is taken for nothing, also where the comment is of another kind and the form was shown before', () => {
    document.body.innerHTML = page((name) => `<input name="${name}">`);
    const before = show();
    document.body.innerHTML = page((name) => `<textarea name="${name}"></textarea>`);
    expect(applyProfile(document, before).missing).toContain('comment');
    for (const profile of [show(), show(before)]) {
      const { form, missing } = applyProfile(document, profile);
      const names = form.form.positions.flatMap((position) =>
        position.rows.map((one) => [
          form.field(one.id, 'url')?.getAttribute('name')?.[0],
          form.field(one.id, 'comment')?.getAttribute('name')?.[0],
        ]),
      );
      expect(missing).toEqual([]);
      expect(names).toEqual(Array.from({ length: 15 }, () => ['b', 'c']));
    }
  });
});
