import { type AppData, type AppPosition, load, place, type RowValue, save } from './api.ts';

/** A virtualised list: only the positions in sight are in the page, their nodes are made anew when they return. */
const HEIGHT = 330;
const MARGIN = 2;

function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...children);
  return made;
}

function rowNode(row: RowValue, index: number, review: boolean): HTMLElement {
  const link = element('input', 'url');
  link.value = row.url;
  link.readOnly = review;
  link.placeholder = 'Ссылка на документ';
  link.addEventListener('input', () => {
    row.url = link.value;
  });
  const comment = element('input', 'comment');
  comment.value = row.comment;
  comment.readOnly = review;
  comment.placeholder = 'Комментарий к документу';
  comment.addEventListener('input', () => {
    row.comment = comment.value;
  });
  return element('div', 'row', `${index + 1}. `, link, comment);
}

interface Item {
  readonly position: AppPosition;
  readonly direction: string;
  readonly rows: RowValue[];
}

function itemNode(item: Item, index: number, review: boolean): HTMLElement {
  const node = element(
    'div',
    'slot',
    element('div', 'crumbs', `${item.direction} › ${item.position.track} › ${item.position.component}`),
    element('div', 'slot-text', item.position.text),
    ...item.rows.map((row, i) => rowNode(row, i, review)),
  );
  node.style.top = `${index * HEIGHT}px`;
  return node;
}

function start(data: AppData): void {
  const items: Item[] = data.directions.flatMap((direction) =>
    direction.positions.map((position) => ({
      position,
      direction: direction.title,
      rows: position.rows.map((row) => ({ ...row })),
    })),
  );
  const content = element('div', 'virtual-content');
  content.style.height = `${items.length * HEIGHT}px`;
  const list = element('div', 'virtual', content);
  const shown = new Map<number, HTMLElement>();
  const draw = (): void => {
    const from = Math.max(0, Math.floor(list.scrollTop / HEIGHT) - MARGIN);
    const to = Math.min(items.length, Math.ceil((list.scrollTop + list.clientHeight) / HEIGHT) + MARGIN);
    for (const [index, node] of shown)
      if (index < from || index >= to) {
        node.remove();
        shown.delete(index);
      }
    for (let index = from; index < to; index++) {
      const item = items[index];
      if (shown.has(index) || !item) continue;
      const node = itemNode(item, index, data.review);
      shown.set(index, node);
      const next = [...shown.keys()].filter((other) => other > index).sort((a, b) => a - b)[0];
      content.insertBefore(node, next === undefined ? null : (shown.get(next) ?? null));
    }
  };
  const message = element('p', 'message');
  message.role = 'status';
  const button = element('button', 'save', 'Сохранить');
  button.type = 'submit';
  const form = element('form', '', list, message, element('div', 'buttons', button));
  form.id = 'main';
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const values = Object.fromEntries(items.map((item) => [item.position.key, item.rows]));
    void save({ formId: data.formId, owner: data.owner, csrf: data.csrf, values, scores: {} }).then(
      (text) => {
        message.textContent = text;
      },
    );
  });
  list.addEventListener('scroll', draw, { passive: true });
  place.replaceChildren(form);
  draw();
}

load().then(start, (error: Error) => {
  place.textContent = error.message;
});
