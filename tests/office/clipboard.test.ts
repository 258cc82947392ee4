// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { readClipboard } from '../../lib/office/clipboard.ts';
import { readTableGrids } from '../../lib/office/table/read.ts';

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

function outline(html: string, text = ''): string[] {
  return readTableGrids(readClipboard({ html, text }, parse)).positions.flatMap((position) => [
    `${position.path.join(' › ')} | ${position.text}`,
    ...position.rows.map((row) => `  ${[row.url, row.name, row.pages, row.comment].join(' | ')}`),
  ]);
}

const HEAD =
  '<tr><td>Позиции оценивания</td><td>Ссылка на\n  документ</td><td>Наименование документа</td><td>Страницы</td><td>Комментарии</td></tr>';

describe('pasted cells', () => {
  it('from Excel: merged cells, links, hidden rows, dates as shown', () => {
    const html = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td{x:y}</style></head><body><!--StartFragment--><table>${HEAD}
      <tr><td colspan=5 class=xl66>2.3. Система организации воспитания обучающихся</td></tr>
      <tr><td rowspan=2>Наличие<br>  целей</td><td><a href="https://uo.example.ru/a.pdf">Приказ № 1</a></td><td>Приказ</td><td>03.май</td><td>да</td></tr>
      <tr style='display:none'><td><a href="https://uo.example.ru/b.pdf">https://uo.example.ru/b.pdf</a></td><td></td><td>5</td><td></td></tr>
      </table></body></html>`;
    expect(outline(html)).toEqual([
      '2.3. Система организации воспитания обучающихся | Наличие целей',
      '  https://uo.example.ru/a.pdf | Приказ | 3-5 | да',
      '  https://uo.example.ru/b.pdf |  | 5 | ',
    ]);
  });

  it('from Word: paragraphs, deletions, several links in a cell', () => {
    const html = `<table>${HEAD}<tr><td><p class=MsoNormal>Наличие<o:p></o:p></p><p>показателей</p></td>
      <td><p><a href="https://uo.example.ru/a.pdf">первый</a></p><p><a href="https://uo.example.ru/b.pdf">второй</a></p></td>
      <td><p><del>Старое</del>Приказ</p><p>План</p></td><td></td><td></td></tr></table>`;
    expect(outline(html)).toEqual([
      ' | Наличие показателей',
      '  https://uo.example.ru/a.pdf | Приказ |  | ',
      '  https://uo.example.ru/b.pdf | План |  | ',
    ]);
  });

  it('as tabbed text', () => {
    const text =
      'Позиции оценивания\tСсылка на документ\tКомментарии\r\nПервая\thttps://uo.example.ru/a.pdf\t"две\nстроки"\r\n';
    expect(outline('', text)).toEqual([' | Первая', '  https://uo.example.ru/a.pdf |  |  | две\nстроки']);
  });

  it('scripts in it stay text nobody runs', () => {
    const html = `<table>${HEAD}<tr><td>Первая<img src=x onerror="globalThis.hacked=1"><script>globalThis.hacked=1</script></td><td>javascript:alert(1)</td></tr></table>`;
    expect(outline(html)).toEqual([' | Первая', '  javascript:alert(1) |  |  | ']);
    expect('hacked' in globalThis).toBe(false);
  });

  it('nothing is refused with a sentence', () => {
    expect(() => readClipboard({ html: '', text: ' ' }, parse)).toThrow('пуст');
  });
});
