import type { ModelPosition, Random } from './model.ts';
import type { Parts, Style } from './parts.ts';

/** Writes the form as one kind of page. All layouts get the same model. */
type Layout = (positions: readonly ModelPosition[], parts: Parts, style: Style, random: Random) => string;

/** Positions with the headings that change before each. */
function walkHeadings(
  positions: readonly ModelPosition[],
  heading: (level: number, text: string) => string,
  body: (p: ModelPosition, i: number) => string,
): string {
  let out = '';
  let last: ModelPosition | null = null;
  positions.forEach((p, i) => {
    const direction = last?.direction !== p.direction;
    const track = direction || last?.track !== p.track;
    if (direction) out += heading(0, p.direction);
    if (track) out += heading(1, p.track);
    if (track || last?.component !== p.component) out += heading(2, p.component);
    out += body(p, i);
    last = p;
  });
  return out;
}

function order(style: Style, [url, comment]: readonly [string, string], wrap: (s: string) => string): string {
  return style.commentFirst ? wrap(comment) + wrap(url) : wrap(url) + wrap(comment);
}

function head(
  parts: Parts,
  style: Style,
  cells: (s: string) => string,
  before: readonly string[],
  count = 1,
): string {
  let pairs = '';
  for (let i = 0; i < count; i++) {
    const number = count > 1 ? ` ${i + 1}` : '';
    pairs += order(style, [parts.label.url + number, parts.label.comment + number], cells);
  }
  return before.map(cells).join('') + pairs;
}

const td = (s: string): string => `<td>${s}</td>`;
const th = (s: string): string => `<th>${s}</th>`;

const rowspanTable: Layout = (positions, parts, style, random) => {
  const lines = random.chance(0.5);
  const cell = random.chance(0.5) ? th : td;
  const columns = 4;
  const body = walkHeadings(
    positions,
    (_, text) => `<tr><td colspan="${columns}">${random.chance(0.5) ? `<b>${text}</b>` : text}</td></tr>`,
    (p, i) =>
      p.rows
        .map((_, r) => {
          const first = r === 0 ? `<td rowspan="${p.rows.length}">${parts.text(p, i)}</td>` : '';
          return `<tr>${first}<td>${lines ? r + 1 : '&nbsp;'}</td>${order(style, parts.rowFields(p, i, r, true), td)}</tr>`;
        })
        .join(''),
  );
  return `<table><tr>${head(parts, style, cell, ['Позиция оценивания', '№'])}</tr>${body}</table>`;
};

const stackedTable: Layout = (positions, parts, style) =>
  walkHeadings(positions, parts.heading, (p, i) => {
    const fields = p.rows.map((_, r) => parts.rowFields(p, i, r, true));
    const cells: [string, string] = [
      fields.map((f) => `<div>${f[0]}</div>`).join(''),
      fields.map((f) => `<div>${f[1]}</div>`).join(''),
    ];
    return `<table><thead><tr>${head(parts, style, th, ['Позиция'])}</tr></thead><tbody><tr><td>${parts.text(p, i)}</td>${order(style, cells, td)}</tr></tbody></table>`;
  });

const wideTable: Layout = (positions, parts, style) => {
  const most = Math.max(...positions.map((p) => p.rows.length));
  const body = walkHeadings(
    positions,
    (_, text) => `<tr><th colspan="${2 * most + 1}">${text}</th></tr>`,
    (p, i) => {
      const cells = Array.from({ length: most }, (_, r) =>
        r < p.rows.length ? order(style, parts.rowFields(p, i, r, true), td) : '<td></td><td></td>',
      );
      return `<tr><td>${parts.text(p, i)}</td>${cells.join('')}</tr>`;
    },
  );
  return `<table><thead><tr>${head(parts, style, th, ['Позиции оценивания'], most)}</tr></thead>${body}</table>`;
};

const groupColumns: Layout = (positions, parts, style) => {
  const span = (same: (p: ModelPosition) => string, i: number): number => {
    if (i > 0 && same(positions[i - 1] as ModelPosition) === same(positions[i] as ModelPosition)) return 0;
    let n = 0;
    for (
      let k = i;
      k < positions.length && same(positions[k] as ModelPosition) === same(positions[i] as ModelPosition);
      k++
    )
      n += (positions[k] as ModelPosition).rows.length;
    return n;
  };
  const levels = [
    (p: ModelPosition) => p.direction,
    (p: ModelPosition) => `${p.direction}|${p.track}`,
    (p: ModelPosition) => `${p.direction}|${p.track}|${p.component}`,
  ];
  const rows = positions.map((p, i) =>
    p.rows
      .map((_, r) => {
        let cells = '';
        if (r === 0) {
          levels.forEach((same, level) => {
            const n = span(same, i);
            if (n > 0) cells += `<td rowspan="${n}">${[p.direction, p.track, p.component][level]}</td>`;
          });
          cells += `<td rowspan="${p.rows.length}">${parts.text(p, i)}</td>`;
        }
        return `<tr>${cells}${order(style, parts.rowFields(p, i, r, true), td)}</tr>`;
      })
      .join(''),
  );
  return `<table><tr>${head(parts, style, th, ['Направление', 'Трек', 'Компонент', 'Позиция'])}</tr>${rows.join('')}</table>`;
};

const blocks: Layout = (positions, parts, style, random) => {
  const unit = random.pick(['div', 'section', 'li', 'fieldset', 'article']);
  const tag = unit === 'fieldset' ? 'legend' : random.pick(['p', 'div', 'h5', 'strong', 'span']);
  const row = unit === 'li' ? 'div' : random.pick(['div', 'li']);
  const inner = random.chance(0.4);
  const body = walkHeadings(positions, parts.heading, (p, i) => {
    const rows = p.rows.map((_, r) => {
      const fields = order(style, parts.rowFields(p, i, r), (s) => (inner ? `<div>${s}</div>` : s));
      return `<${row} class="row">${fields}${parts.extra()}${parts.hint('row')}<button type="button">✕</button></${row}>`;
    });
    const template = style.template
      ? `<${row} class="row" style="display:none">${order(style, [parts.field('url', '', '', 9), parts.field('comment', '', '', 9)], (s) => s)}</${row}>`
      : '';
    return `<${unit} class="unit"><${tag} class="t">${parts.text(p, i)}</${tag}>${parts.hint('position')}<div>${rows.join('')}${template}</div>${parts.add()}</${unit}>`;
  });
  return unit === 'li' ? `<div><ul>${body}</ul></div>` : `<div>${body}</div>`;
};

const separate: Layout = (positions, parts, style) =>
  walkHeadings(positions, parts.heading, (p, i) => {
    const fields = p.rows.map((_, r) => parts.rowFields(p, i, r));
    const block = (at: 0 | 1): string =>
      `<div class="col">${fields.map((f) => `<div>${f[at]}</div>`).join('')}</div>`;
    return `<div class="q"><div class="qt">${parts.text(p, i)}</div><div class="cols">${style.commentFirst ? block(1) + block(0) : block(0) + block(1)}</div></div>`;
  });

const nested: Layout = (positions, parts, style) => {
  let out = '';
  const groups = new Map<string, [ModelPosition, number][]>();
  positions.forEach((p, i) => {
    const key = `${p.direction}|${p.track}|${p.component}`;
    groups.set(key, [...(groups.get(key) ?? []), [p, i]]);
  });
  for (const list of groups.values()) {
    const [first] = list[0] as [ModelPosition, number];
    const inner = list
      .map(
        ([p, i]) =>
          `<dl><dt>${parts.text(p, i)}</dt>${p.rows.map((_, r) => `<dd>${order(style, parts.rowFields(p, i, r), (s) => `<div>${s}</div>`)}</dd>`).join('')}</dl>`,
      )
      .join('');
    out += `<details open><summary>${first.direction}</summary><fieldset><legend>${first.track}</legend><section><h4>${first.component}</h4>${inner}</section></fieldset></details>`;
  }
  return out;
};

const plainLines: Layout = (positions, parts, style) =>
  walkHeadings(
    positions,
    (level, text) => `<b>${['', '', ''][level]}${text}</b><br>`,
    (p, i) =>
      `${parts.text(p, i)}<br>${p.rows.map((_, r) => `${order(style, parts.rowFields(p, i, r), (s) => `${s}<br>`)}`).join('')}<br>`,
  );

export const LAYOUTS: Readonly<Record<string, Layout>> = {
  rowspanTable,
  stackedTable,
  wideTable,
  groupColumns,
  blocks,
  separate,
  nested,
  plainLines,
};
