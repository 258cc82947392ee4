import type { ModelPosition, Random } from './model.ts';

/** Choices that hold for a whole page, as a site's programmer makes them once. */
export interface Style {
  readonly labels:
    | 'for'
    | 'wrap'
    | 'aria'
    | 'placeholder'
    | 'before'
    | 'title'
    | 'floating'
    | 'labelledby'
    | 'none';
  readonly commentFirst: boolean;
  readonly urlTag: 'input' | 'url' | 'textarea';
  readonly commentTag: 'input' | 'textarea' | 'rich';
  readonly number: 'text' | 'span' | 'none';
  readonly badge: 'span' | 'text' | 'none';
  readonly mark: 'star' | 'help' | 'none';
  readonly numbered: boolean;
  readonly broken: boolean;
  readonly add: boolean;
  readonly template: boolean;
  readonly hint: 'position' | 'row' | 'none';
  readonly upload: boolean;
  readonly heading: 'h' | 'div' | 'bold' | 'mixed';
  readonly words: boolean;
  readonly counts: boolean;
}

export function randomStyle(random: Random): Style {
  return {
    labels: random.pick(['for', 'wrap', 'aria', 'placeholder', 'before', 'title', 'floating', 'labelledby']),
    commentFirst: random.chance(0.2),
    urlTag: random.pick(['input', 'input', 'url', 'textarea']),
    commentTag: random.pick(['textarea', 'textarea', 'input', 'rich']),
    number: random.pick(['text', 'span', 'none']),
    badge: random.pick(['span', 'none', 'text', 'none']),
    mark: random.pick(['star', 'help', 'none', 'none']),
    numbered: random.chance(0.5),
    broken: random.chance(0.3),
    add: random.chance(0.4),
    template: random.chance(0.3),
    hint: random.pick(['none', 'none', 'position', 'row']),
    upload: random.chance(0.2),
    heading: random.pick(['h', 'div', 'bold', 'mixed']),
    words: random.chance(0.4),
    counts: random.chance(0.3),
  };
}

export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}

const LABELS = {
  url: [
    'Ссылка на документ',
    'Ссылка',
    'Гиперссылка',
    'Адрес документа',
    'URL документа',
    'Ссылка на материал',
  ],
  comment: ['Комментарий к документу', 'Комментарий', 'Пояснение', 'Примечание', 'Страницы и комментарий'],
} as const;

/** Makes fields and texts of a page in one style; ids are random, so that nothing can be known by them. */
export function partsOf(random: Random, style: Style) {
  let id = random.int(9000);
  const label = { url: random.pick(LABELS.url), comment: random.pick(LABELS.comment) };
  const points = 1 + random.int(3);
  const said = (role: 'url' | 'comment', row: number): string =>
    `${label[role]}${style.numbered ? ` ${row + 1}` : ''}`;

  /** `mark` goes into `data-is`, by which the test finds the element again. */
  const bare = (role: 'url' | 'comment', value: string, mark: string, extra: string): string => {
    const tag = role === 'url' ? style.urlTag : style.commentTag;
    const is = `data-is="${mark}" ${extra}`;
    if (tag === 'textarea') return `<textarea ${is}>${escapeHtml(value)}</textarea>`;
    if (tag === 'rich') return `<div contenteditable="true" ${is}>${escapeHtml(value)}</div>`;
    return `<input type="${tag === 'url' ? 'url' : 'text'}" ${is} value="${escapeHtml(value)}">`;
  };
  const field = (
    role: 'url' | 'comment',
    value: string,
    mark: string,
    row: number,
    columns = false,
  ): string => {
    if (columns) return bare(role, value, mark, '');
    const text = said(role, row);
    const key = `f${id++}`;
    switch (style.labels) {
      case 'for':
        return `<label for="${key}">${text}</label>${bare(role, value, mark, `id="${key}" aria-label="${text}"`)}`;
      case 'wrap':
        return `<label>${text} ${bare(role, value, mark, '')}</label>`;
      case 'aria':
        return bare(role, value, mark, `aria-label="${text}"`);
      case 'placeholder':
        return bare(
          role,
          value,
          mark,
          `placeholder="${text}" data-placeholder="${text}" ${role === 'comment' && style.commentTag === 'rich' ? `aria-label="${text}"` : ''}`,
        );
      case 'title':
        return bare(role, value, mark, `title="${text}"`);
      case 'floating':
        return `<div class="f">${bare(role, value, mark, '')}<span class="l">${text}</span></div>`;
      case 'labelledby':
        return `<span id="${key}">${text}</span>${bare(role, value, mark, `aria-labelledby="${key} ${key}x"`)}`;
      default:
        return `${text}: ${bare(role, value, mark, '')}`;
    }
  };
  const text = (position: ModelPosition, at: number): string => {
    const number = `${1 + (at % 3)}.${1 + (at % 5)}.${1 + at}.`;
    let body = escapeHtml(position.text);
    if (style.broken) {
      const cut = Math.floor(body.length / 2);
      body = `${body.slice(0, 6)}&shy;${body.slice(6, cut)}<span>${body.slice(cut)}</span>`;
    }
    if (style.number === 'text') body = `${number} ${body}`;
    else if (style.number === 'span') body = `<span class="n${at % 2}">${number}</span>${body}`;
    if (style.badge === 'span')
      body += ` <span class="b">${points} ${points === 1 ? 'балл' : 'балла'}</span>`;
    else if (style.badge === 'text') body += ` (${points} ${points === 1 ? 'балл' : 'балла'})`;
    if (style.mark === 'star') body += ' <font color="red">*</font>';
    else if (style.mark === 'help') body += ' <button type="button" title="Справка">?</button>';
    return body;
  };
  const hint = (where: Style['hint']): string =>
    style.hint === where ? '<div class="hint">Укажите страницы, на которых показана позиция.</div>' : '';
  const extra = (): string => (style.upload ? '<input type="file" name="scan">' : '');
  const add = (): string =>
    style.add
      ? `<button type="button">${label.url === 'Ссылка' ? '+ Добавить' : 'Добавить ссылку'}</button>`
      : '';
  const rowFields = (position: ModelPosition, p: number, r: number, columns = false): [string, string] => {
    const row = position.rows[r] as (typeof position.rows)[number];
    return [
      field('url', row.url, `${p}.${r}.url`, r, columns),
      field('comment', row.comment, `${p}.${r}.comment`, r, columns),
    ];
  };
  const heading = (level: number, source: string): string => {
    const kind = ['Направление', 'Трек:', 'Компонент:'][level] as string;
    const title = `${style.words ? `${kind} ` : ''}${escapeHtml(source)}${style.counts ? ` <span>(${3 + level})</span>` : ''}`;
    if (style.heading === 'h' || (style.heading === 'mixed' && level < 2))
      return `<h${level + 2}>${title}</h${level + 2}>`;
    if (style.heading === 'bold') return `<p class="h${level}"><b>${title}</b></p>`;
    return `<div class="level-${level}">${title}</div>`;
  };
  return { label, said, field, text, hint, extra, add, rowFields, heading };
}

export type Parts = ReturnType<typeof partsOf>;
