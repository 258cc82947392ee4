import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { BrowserKind, FoundBrowser } from '../../scripts/browsers.ts';
import { ensureBrowser } from '../../scripts/install-browser.ts';
import { startSite } from '../site/server.ts';
import { type Outcome, runInBrowser } from './support/runner.ts';
import type { Scenario } from './support/scenario.ts';

/**
 * Runs every scenario of tests/e2e/scenarios on its layouts in Chromium and Firefox, with the built extension.
 * `--browser chromium|firefox`, `--only TEXT` (part of a scenario's name, or its file's), `--layout NAME` narrow it down.
 */
const { values } = parseArgs({
  options: { browser: { type: 'string' }, only: { type: 'string' }, layout: { type: 'string' } },
});

/** Scenarios by file: each file gets a browser of its own, so that one's library is not another's. */
async function loadScenarios(): Promise<Scenario[][]> {
  const folder = new URL('./scenarios/', import.meta.url);
  const files: Scenario[][] = [];
  for (const name of readdirSync(folder).sort()) {
    const made = (await import(new URL(name, folder).href)) as { scenarios: readonly Scenario[] };
    const only = values.only ?? '';
    const wanted = made.scenarios.filter((scenario) => scenario.name.includes(only) || name === `${only}.ts`);
    if (wanted.length > 0) files.push(wanted);
  }
  return files;
}

async function runAll(found: FoundBrowser): Promise<Outcome[]> {
  const done: Outcome[] = [];
  for (const scenarios of files) done.push(...(await runInBrowser(found, site, scenarios, values.layout)));
  return done;
}

const kinds: BrowserKind[] = (['chromium', 'firefox'] as const).filter(
  (kind) => values.browser === undefined || values.browser === kind,
);
const files = await loadScenarios();
const site = await startSite();
const outcomes: Outcome[] = [];
try {
  const found = [];
  for (const kind of kinds) found.push(await ensureBrowser(kind));
  const done = await Promise.all(found.map(runAll));
  outcomes.push(...done.flat());
} finally {
  await site.close();
}

const failed = outcomes.filter((outcome) => outcome.error !== null);
for (const outcome of failed) console.log(`FAILED ${outcome.title}`);
mkdirSync('.output/test', { recursive: true });
writeFileSync(
  '.output/test/e2e.json',
  JSON.stringify({ passed: outcomes.length - failed.length, failed: failed.length }),
);
console.log(`\ne2e: ${outcomes.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 && outcomes.length > 0 ? 0 : 1;
