import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readForm } from '../../lib/form/read.ts';
import { headingKey } from '../../lib/reference/identity.ts';
import { loadForm, positionsOf } from './form-model.ts';
import { type Site, startSite } from './server.ts';

/** The layouts the server draws, against the model they were drawn from: every position, path, row and pair. */
const OWNER = 'reg12_mmu_01';
const SAVED = {
  p1_1_1_1_1: [
    { url: 'https://uo.example.ru/prikaz.pdf', comment: 'Приказ УО № 12, с. 3–5' },
    { url: 'https://uo.example.ru/plan.pdf', comment: 'План, с. 2' },
  ],
  p1_1_1_2_1: [{ url: 'https://uo.example.ru/spravka.docx', comment: 'Справка, с. 1' }],
};

let site: Site;
beforeAll(async () => {
  site = await startSite();
  for (const id of ['mum', 'mum-40', 'mum-400']) site.put(OWNER, SAVED, id);
});
afterAll(() => site.close());

async function pageOf(path: string, login: string): Promise<Document> {
  const cookie = site.session(login);
  const answer = await fetch(`http://127.0.0.1:${site.httpPort}${path}`, {
    // Reading a big page takes longer than the server keeps an idle connection.
    headers: { cookie: `${cookie.name}=${cookie.value}`, connection: 'close' },
  });
  return new JSDOM(await answer.text()).window.document;
}

const LAYOUTS = ['php', 'grid', 'tabs'] as const;
const SIZES = [undefined, 40, 400] as const;
const USERS = [
  [OWNER, 'fill'],
  ['reg12_exp1', 'review'],
] as const;

describe.each(LAYOUTS)('the layout %s', (layout) => {
  describe.each(SIZES)('with %s positions', (size) => {
    it.each(USERS)('is read whole by %s in mode %s', async (login, mode) => {
      const doc = await pageOf(`/mum/${layout}${size ? `?positions=${size}` : ''}`, login);
      const { form } = readForm(doc);
      const model = loadForm('mum', size);
      const shown = layout === 'tabs' ? { ...model, directions: model.directions.slice(0, 1) } : model;
      const wanted = positionsOf(shown);
      expect(form.mode).toBe(mode);
      expect(form.positions.map((position) => position.text)).toEqual(
        wanted.map(({ position }) => position.text),
      );
      expect(form.positions.map((position) => position.path.map(headingKey))).toEqual(
        wanted.map(({ path }) => path.map(headingKey)),
      );
      const filled = form.positions.map((position) =>
        position.rows.filter((row) => row.url !== '').map(({ url, comment }) => ({ url, comment })),
      );
      expect(filled).toEqual(wanted.map(({ position }) => SAVED[position.key as keyof typeof SAVED] ?? []));
    });
  });
});
