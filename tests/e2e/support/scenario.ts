import type { Page } from 'puppeteer-core';
import type { BrowserKind } from '../../../scripts/browsers.ts';
import type { Site } from '../../site/server.ts';
import type { OpenedBrowser } from './browser.ts';
import { formOn, type OpenedForm } from './form.ts';
import { type OverlayView, overlayOf } from './overlay.ts';

/** What a scenario gets. Every run has a login of its own, so that runs do not see each other's values. */
export interface Context {
  readonly kind: BrowserKind;
  readonly opened: OpenedBrowser;
  /** A fresh page, logged in as `login`. */
  readonly page: Page;
  readonly site: Site;
  /** '' for scenarios that are not about a layout. */
  readonly layout: string;
  readonly login: string;
  /** Logs the page's browser in as somebody else. */
  logIn(login: string): Promise<void>;
  /** The same browser without the extension, started when first asked for. */
  bare(): Promise<OpenedBrowser>;
  /** Opens the layout's form and waits until it is drawn. */
  openForm(query?: string): Promise<OpenedForm>;
  overlay(form?: OpenedForm): OverlayView;
}

export interface Scenario {
  readonly name: string;
  /** Layouts it runs on; left out: once, on no layout. */
  readonly layouts?: readonly string[];
  /** Left out: in both. */
  readonly browsers?: readonly BrowserKind[];
  run(context: Context): Promise<void>;
  /** How long it may take, in ms; left out: a minute. */
  readonly limit?: number;
  /** Console messages that are no fault here, e.g. the site's own 401 when its session has ended. */
  readonly allowed?: RegExp;
}

/** Puts a session of the site into a browser. */
export async function logIn(opened: OpenedBrowser, site: Site, login: string): Promise<void> {
  const url = new URL(site.url('/'));
  await opened.browser.setCookie({ ...site.session(login), domain: url.hostname, path: '/', secure: true });
}

/** The parts of a context that work on an open page. */
export function pageTools(page: Page, site: Site, layout: string): Pick<Context, 'openForm' | 'overlay'> {
  return {
    async openForm(query = '') {
      await page.goto(site.url(`/mum/${layout}${query}`));
      return formOn(page, layout);
    },
    overlay: (form) => overlayOf(page, form?.frame),
  };
}
