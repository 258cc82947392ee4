import assert from 'node:assert/strict';
import type { Frame } from 'puppeteer-core';
import { LAYOUT_NAMES } from '../../site/layouts/index.ts';
import { PLAIN_PATHS } from '../../site/pages.ts';
import { formOn } from '../support/form.ts';
import { OVERLAY } from '../support/overlay.ts';
import { type Context, logIn, type Scenario } from '../support/scenario.ts';

/** What the site has of its form: its HTML and what it would send. */
function readForm(frame: Frame): Promise<{ html: string; sent: string }> {
  return frame.$eval(
    '#main',
    (form, tag) => ({
      // While a modal window of the form is open the overlay has to stand in it: everything else is inert.
      html: form.outerHTML.replace(new RegExp(`<${tag}[^>]*></${tag}>(?=</dialog>)`), ''),
      sent: JSON.stringify([...new FormData(form as HTMLFormElement)]),
    }),
    OVERLAY,
  );
}

const VALUES = {
  p1_1_1_1_1: [{ url: 'https://edu.example.org/prikaz.pdf', comment: 'Приказ, с. 3–5 <b>&' }],
};

async function sameForm({
  opened,
  page,
  site,
  layout,
  login,
  bare,
  openForm,
  overlay,
}: Context): Promise<void> {
  site.put(login, VALUES);
  const withIt = await openForm();
  await overlay(withIt).find({ role: 'button', name: /^Критерий/ });
  const got = await readForm(withIt.frame);
  const other = await bare();
  await logIn(other, site, login);
  const plain = await other.browser.newPage();
  await plain.goto(page.url());
  const wanted = await readForm((await formOn(plain, layout)).frame);
  await plain.close();
  assert.ok(opened.extensionId !== '');
  assert.equal(got.sent, wanted.sent);
  assert.equal(got.html, wanted.html);
}

async function nothingShown({ page, site }: Context): Promise<void> {
  for (const path of ['/login', '/', ...PLAIN_PATHS]) {
    await page.goto(site.url(path), { waitUntil: 'networkidle0' });
    const [markers, html] = await page.evaluate((tag) => {
      const copy = document.body.outerHTML;
      return [document.querySelectorAll(tag).length, copy] as const;
    }, OVERLAY);
    assert.equal(markers, 0, `an overlay on ${path}`);
    assert.ok(!html.includes('fis-oko'), `a trace in ${path}`);
  }
}

async function installed({ opened, kind }: Context): Promise<void> {
  assert.match(opened.extensionId, kind === 'firefox' ? /@/ : /^[a-p]{32}$/);
}

/** The page stays as it was until the user asks. */
export const scenarios: readonly Scenario[] = [
  { name: 'the extension installs', run: installed },
  {
    name: 'the form and what it sends are the same with and without the extension',
    layouts: LAYOUT_NAMES,
    run: sameForm,
  },
  { name: 'pages that are not the form show nothing', run: nothingShown },
];
