/** «Добавить ссылку»: puts a row made from the last one under it, up to five. */
const ROWS = 5;

function addRow(card: HTMLElement, button: HTMLButtonElement): void {
  const rows = card.querySelector('.rows');
  const last = rows?.lastElementChild;
  if (!rows || !last) return;
  const index = rows.children.length;
  if (index >= ROWS) return;
  const copy = last.cloneNode(true) as HTMLElement;
  const key = card.dataset.key ?? '';
  const [url, comment] = copy.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
  if (!url || !comment) return;
  for (const [field, prefix, name] of [
    [url, 'l', 'link'],
    [comment, 'c', 'comm'],
  ] as const) {
    field.value = '';
    field.removeAttribute('value');
    field.id = `${prefix}-${key}-${index}`;
    field.name = `${name}[${key}][${index}]`;
    const label = field.parentElement?.querySelector('label');
    if (label) label.htmlFor = field.id;
  }
  comment.textContent = '';
  const label = url.parentElement?.querySelector('label');
  if (label) label.textContent = `Ссылка ${index + 1}`;
  rows.append(copy);
  if (index + 1 >= ROWS) button.disabled = true;
}

document.querySelector('#main')?.addEventListener('click', (event) => {
  const button =
    event.target instanceof Element ? event.target.closest<HTMLButtonElement>('button.add') : null;
  const card = button?.closest<HTMLElement>('.card');
  if (button && card) addRow(card, button);
});
