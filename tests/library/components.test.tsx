// @vitest-environment jsdom
import axe from 'axe-core';
import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import { DocumentForm } from '../../components/library/document-form.tsx';
import { DocumentList } from '../../components/library/document-list.tsx';
import { DocumentView } from '../../components/library/document-view.tsx';
import { type Draft, documentOf, draftOf, EMPTY_DRAFT } from '../../components/library/draft.ts';
import { Duplicates } from '../../components/library/duplicates.tsx';
import { Empty } from '../../components/library/empty.tsx';
import { FormState, type ShownForm } from '../../components/library/form-state.tsx';
import { GatherView } from '../../components/library/gather-view.tsx';
import { InsertConfirm } from '../../components/library/insert-confirm.tsx';
import { Secrets } from '../../components/library/secrets.tsx';
import type { LibraryDocument, Use } from '../../lib/model/library.ts';
import { newDocument, newUse } from './make.ts';

const STAMP = { createdAt: '2022-06-20', updatedAt: '2022-06-20', deletedAt: null };
const document_ = (patch: Parameters<typeof newDocument>[0] = {}): LibraryDocument => ({
  ...newDocument(patch),
  id: crypto.randomUUID(),
  ...STAMP,
});
const use = (patch: Parameters<typeof newUse>[1] = {}): Use => ({
  ...newUse('d', patch),
  id: crypto.randomUUID(),
  ...STAMP,
});

let root: HTMLElement;
beforeEach(() => {
  document.body.replaceChildren();
  root = document.body.appendChild(document.createElement('main'));
});

function show(node: ComponentChild): void {
  act(() => render(node, root));
}

function button(name: string): HTMLButtonElement {
  const found = [...root.querySelectorAll('button')].find((one) => one.textContent?.trim() === name);
  if (!found) throw new Error(`no button «${name}»`);
  return found;
}

const press = (name: string) => act(() => button(name).click());

function typeInto(label: string, value: string): void {
  const owner = [...root.querySelectorAll('label')].find((one) => one.textContent?.trim() === label);
  const field = root.querySelector<HTMLInputElement>(`#${CSS.escape(owner?.htmlFor ?? '')}`);
  if (!field) throw new Error(`no field «${label}»`);
  act(() => {
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

const nothing = () => {};
const form = (draft: Draft, patch: object = {}) => (
  <DocumentForm
    draft={draft}
    mode="new"
    sameAddress={null}
    locked={false}
    saving={false}
    onDraft={nothing}
    onSave={nothing}
    onCancel={nothing}
    {...patch}
  />
);
const view = (document: LibraryDocument, patch: object = {}) => (
  <DocumentView
    document={document}
    uses={[use()]}
    secret={null}
    locked={false}
    canInsert
    canReveal
    onInsert={nothing}
    onEdit={nothing}
    onRemove={nothing}
    onUnlock={nothing}
    onPosition={nothing}
    onReveal={nothing}
    onPatchUse={nothing}
    onRemoveUse={nothing}
    {...patch}
  />
);
const STATE: ShownForm = {
  mode: 'fill',
  mechanism: 'mum',
  filled: 214,
  total: 350,
  findings: 12,
  unrecognised: 1,
  markersHidden: false,
  canUndo: true,
};
const state = (shown: ShownForm | undefined) => (
  <FormState
    form={shown}
    onNext={nothing}
    onGather={nothing}
    onMarkers={nothing}
    onUndo={nothing}
    onShow={nothing}
  />
);
const list = (documents: LibraryDocument[]) => (
  <DocumentList
    documents={documents}
    useCounts={new Map()}
    canInsert
    label="Недавние"
    onOpen={nothing}
    onInsert={nothing}
  />
);

describe('the form of a document', () => {
  it('hands out every keystroke', () => {
    const seen: Draft[] = [];
    show(form(EMPTY_DRAFT, { onDraft: (draft: Draft) => seen.push(draft) }));
    typeInto('Название', 'П');
    typeInto('Заметка для себя', 'скан');
    expect(seen.map(({ title, note }) => [title, note])).toEqual([
      ['П', ''],
      ['', 'скан'],
    ]);
  });

  it('is not saved without a title, and says why; a doubtful address may be saved', () => {
    let saved = 0;
    const onSave = () => saved++;
    show(form({ ...EMPTY_DRAFT, address: 'javascript:alert(1)' }, { onSave }));
    expect(root.textContent).toContain('Не похоже на адрес');
    act(() => void root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true })));
    expect([saved, root.querySelector('[role=alert]')?.textContent]).toEqual([
      0,
      'Впишите название — по нему документ найдут.',
    ]);
    show(form({ ...EMPTY_DRAFT, title: 'Приказ', address: 'javascript:alert(1)' }, { onSave }));
    act(() => void root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true })));
    expect(saved).toBe(1);
  });

  it('hides the password until it is asked to be seen', () => {
    show(form({ ...EMPTY_DRAFT, access: 'login', password: 'тайна' }));
    const type = () => [...root.querySelectorAll('input')].find(({ value }) => value === 'тайна')?.type;
    expect(type()).toBe('password');
    press('Показать');
    expect(type()).toBe('text');
  });

  it.each(['0', '-3', '2,5', 'много'])('takes «%s» for no number of pages', (pageCount) => {
    expect(documentOf({ ...EMPTY_DRAFT, title: 'x', pageCount }).pageCount).toBeNull();
  });

  it('there and back changes nothing', () => {
    const document = newDocument({
      pageCount: 7,
      directions: ['1.1'],
      access: { kind: 'other', note: 'по запросу' },
    });
    expect(documentOf(draftOf(document))).toEqual(document);
  });
});

describe('the list', () => {
  it('draws 30 of 10,000, and the next 30 when asked', () => {
    show(list(Array.from({ length: 10_000 }, () => document_())));
    expect(root.querySelectorAll('li')).toHaveLength(30);
    press('Показать ещё 30');
    expect(root.querySelectorAll('li')).toHaveLength(60);
  });

  it('is walked through with arrows', () => {
    show(list([document_(), document_(), document_()]));
    const stops = [...root.querySelectorAll<HTMLElement>('[data-step]')];
    const key = (name: string) =>
      act(
        () =>
          void document.activeElement?.dispatchEvent(
            new KeyboardEvent('keydown', { key: name, bubbles: true }),
          ),
      );
    stops[0]?.focus();
    key('ArrowDown');
    expect(document.activeElement).toBe(stops[1]);
    key('End');
    expect(document.activeElement).toBe(stops[2]);
    key('ArrowDown');
    expect(document.activeElement).toBe(stops[2]);
    key('Home');
    expect(document.activeElement).toBe(stops[0]);
  });
});

describe('a document', () => {
  it('shows markup in its title as text, and no address of script as a link', () => {
    show(view(document_({ title: '<img src=x onerror=alert(1)>', address: 'javascript:alert(1)' })));
    expect(root.querySelector('img')).toBeNull();
    expect(root.querySelector('a')).toBeNull();
    expect(root.querySelector('h2')?.textContent).toBe('<img src=x onerror=alert(1)>');
  });

  it('lets pages and explanation of a use be changed in place', () => {
    const patched: unknown[] = [];
    show(view(document_(), { onPatchUse: (_id: string, patch: unknown) => patched.push(patch) }));
    expect(root.textContent).toContain('с.\u00a03–5');
    act(() =>
      [...root.querySelectorAll('button')].filter((one) => one.textContent === 'Изменить')[1]?.click(),
    );
    typeInto('Страницы', '7');
    act(() => void root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true })));
    expect(patched).toEqual([{ pages: '7', explanation: '' }]);
  });
});

describe('the state line', () => {
  it.each([
    [undefined, 'Смотрим, есть ли форма'],
    [STATE, 'Форма МУМ: 214 из 350 позиций · 12 замечаний · к следующему'],
    [{ ...STATE, findings: 0 }, 'замечаний нет'],
  ])('%#', (shown, text) => {
    show(state(shown));
    expect(root.textContent).toContain(text);
  });
});

describe('duplicates', () => {
  it('keep the one chosen', () => {
    const merged: (readonly string[])[] = [];
    const [a, b] = [document_({ title: 'А' }), document_({ title: 'Б' })];
    show(<Duplicates groups={[[a, b]]} useCounts={new Map()} onMerge={(ids) => merged.push(ids)} />);
    act(() => [...root.querySelectorAll('button')][1]?.click());
    expect(merged).toEqual([[b.id, a.id]]);
  });
});

describe('the passphrase', () => {
  it('is asked for twice, must be long, and leaves the field when sent', () => {
    const sent: string[] = [];
    show(
      <Secrets
        state="session"
        error={null}
        busy={false}
        onProtect={(phrase) => sent.push(phrase)}
        onUnlock={nothing}
        onLock={nothing}
        onForget={nothing}
      />,
    );
    const submit = () =>
      act(() => void root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true })));
    typeInto('Парольная фраза', 'короткая');
    typeInto('Ещё раз', 'короткая');
    expect(button('Сохранять зашифрованными').disabled).toBe(true);
    typeInto('Парольная фраза', 'достаточно длинная');
    typeInto('Ещё раз', 'достаточно другая');
    expect(root.textContent).toContain('Фразы не совпадают');
    typeInto('Ещё раз', 'достаточно длинная');
    submit();
    expect(sent).toEqual(['достаточно длинная']);
    expect([...root.querySelectorAll('input')].map(({ value }) => value)).toEqual(['', '']);
  });
});

describe('accessibility', () => {
  it.each([
    ['form', form({ ...EMPTY_DRAFT, access: 'login' })],
    [
      'view',
      view(document_({ access: { kind: 'login', note: '' } }), {
        secret: { login: '••••', password: '••••' },
      }),
    ],
    ['list', list([document_(), document_()])],
    ['state', state(STATE)],
    ['empty', <Empty canGather={false} onGather={nothing} onImport={nothing} />],
    [
      'gather',
      <GatherView
        added={['Приказ']}
        known={1}
        uses={2}
        skipped={['слова']}
        onGather={nothing}
        onCancel={nothing}
      />,
    ],
    ['confirm', <InsertConfirm title="Приказ" site="lk.example.ru" onInsert={nothing} onCancel={nothing} />],
    [
      'duplicates',
      <Duplicates groups={[[document_(), document_()]]} useCounts={new Map()} onMerge={nothing} />,
    ],
  ])('%s has no finding of axe', async (_name, node) => {
    show(node);
    // Layout and colour are seen by the real browsers only; headings depend on the page around.
    const { violations } = await axe.run(root, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});
