import { createKept } from './kept.ts';

/** Rows of one position edited in a native modal dialog, then shown as text and kept for saving. */
const ROWS = 5;
const editor = document.querySelector('#editor') as HTMLDialogElement;
const kept = createKept(document.querySelector('#kept') as HTMLElement);
let entry: HTMLElement | null = null;

function shown(item: HTMLElement): { url: string; comment: string }[] {
  return [...item.querySelectorAll('.shown li')].map((row) => ({
    url: row.querySelector('a')?.textContent ?? row.firstChild?.textContent?.trim() ?? '',
    comment: row.querySelector('span')?.textContent ?? '',
  }));
}

function editorRow(index: number, row: { url: string; comment: string } | undefined): HTMLElement {
  const host = document.createElement('div');
  host.className = 'row';
  const add = (text: string, tag: 'input' | 'textarea', value: string): void => {
    const label = document.createElement('label');
    const field = document.createElement(tag);
    field.value = value;
    label.append(`${text} `, field);
    host.append(label);
  };
  add(`Ссылка ${index + 1}`, 'input', row?.url ?? '');
  add('Комментарий к документу', 'textarea', row?.comment ?? '');
  return host;
}

function open(item: HTMLElement): void {
  entry = item;
  const rows = shown(item);
  const title = editor.querySelector('#editor-title');
  if (title) title.textContent = item.querySelector('.entry-text')?.textContent ?? '';
  editor
    .querySelector('.editor-rows')
    ?.replaceChildren(...Array.from({ length: ROWS }, (_, i) => editorRow(i, rows[i])));
  editor.showModal();
}

function finish(): void {
  const item = entry;
  if (!item) return;
  const key = item.dataset.key ?? '';
  const list: HTMLElement[] = [];
  [...editor.querySelectorAll('.row')].forEach((row, i) => {
    const url = row.querySelector('input')?.value ?? '';
    const comment = row.querySelector('textarea')?.value ?? '';
    kept.set(`link[${key}][${i}]`, url);
    kept.set(`comm[${key}][${i}]`, comment);
    if (url === '' && comment === '') return;
    const line = document.createElement('li');
    const note = document.createElement('span');
    note.textContent = comment;
    line.append(`${url} `, note);
    list.push(line);
  });
  item.querySelector('.shown')?.replaceChildren(...list);
  editor.close();
}

document.addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target : null;
  const item = target?.closest('.edit')?.closest<HTMLElement>('.entry');
  if (item) open(item);
  else if (target?.matches('.done')) finish();
  else if (target?.matches('.cancel')) editor.close();
});

// A position that was not edited keeps what it had: the page sends all of them.
for (const item of document.querySelectorAll<HTMLElement>('.entry'))
  shown(item).forEach((row, i) => {
    kept.set(`link[${item.dataset.key}][${i}]`, row.url);
    kept.set(`comm[${item.dataset.key}][${i}]`, row.comment);
  });
