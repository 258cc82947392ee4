/** Tabs that load their direction when opened; what was typed in the others is kept and sent with the form. */
const panel = document.querySelector('#panel') as HTMLElement;
const kept = document.querySelector('#kept') as HTMLElement;
const values = new Map<string, string>();

type Field = HTMLInputElement | HTMLTextAreaElement;

function fields(): NodeListOf<Field> {
  return panel.querySelectorAll<Field>('input[name], textarea[name]');
}

async function open(tab: HTMLElement): Promise<void> {
  for (const field of fields()) values.set(field.name, field.value);
  const query = new URLSearchParams(location.search);
  query.set('panel', tab.dataset.index ?? '0');
  panel.replaceChildren('Загрузка…');
  const answer = await fetch(`${location.pathname}?${query}`);
  if (answer.redirected || !answer.ok) {
    panel.replaceChildren('Сессия истекла. Войдите снова.');
    return;
  }
  const loaded = new DOMParser().parseFromString(await answer.text(), 'text/html');
  panel.replaceChildren(...loaded.body.childNodes);
  for (const field of fields()) field.value = values.get(field.name) ?? field.value;
  for (const other of document.querySelectorAll('[role=tab]'))
    other.setAttribute('aria-selected', String(other === tab));
  panel.setAttribute('aria-labelledby', tab.id);
}

document.querySelector('.tabs')?.addEventListener('click', (event) => {
  const tab = event.target instanceof Element ? event.target.closest<HTMLElement>('[role=tab]') : null;
  if (tab && tab.getAttribute('aria-selected') !== 'true') void open(tab);
});

document.querySelector('#main')?.addEventListener('submit', () => {
  const here = new Set([...fields()].map((field) => field.name));
  kept.replaceChildren(
    ...[...values]
      .filter(([name]) => !here.has(name))
      .map(([name, value]) =>
        Object.assign(document.createElement('input'), { type: 'hidden', name, value }),
      ),
  );
});
