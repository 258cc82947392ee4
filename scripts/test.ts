import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { runScript, runTool } from './steps.ts';

/**
 * Everything that must hold before a change goes in: types, lint, dead code, unit tests, both builds, end-to-end
 * tests in both browsers. Goes on after a failure, so that one run tells all. The last line has the sums of the unit
 * and end-to-end tests; a check that is no test counts only when it fails.
 */
const RESULTS = '.output/test';
let passed = 0;
let failed = 0;
const broken: string[] = [];

function step(name: string, run: () => boolean): boolean {
  const start = performance.now();
  console.log(`\n── ${name}`);
  const ok = run();
  console.log(`── ${name}: ${ok ? 'ok' : 'FAILED'}, ${((performance.now() - start) / 1000).toFixed(1)} s`);
  if (!ok) broken.push(name);
  return ok;
}

/** A step that is one check. */
function check(name: string, run: () => boolean): boolean {
  const ok = step(name, run);
  if (!ok) failed++;
  return ok;
}

/** A step of many tests: adds what its report says; a step without a report, or red without a failed test, is one failure. */
function tests(name: string, run: () => boolean, report: () => { passed: number; failed: number }): void {
  const ok = step(name, run);
  let counts = { passed: 0, failed: 0 };
  try {
    counts = report();
  } catch {
    console.log(`${name}: no report was written`);
  }
  passed += counts.passed;
  failed += counts.failed + (!ok && counts.failed === 0 ? 1 : 0);
}

function readReport<T>(file: string): T {
  return JSON.parse(readFileSync(`${RESULTS}/${file}`, 'utf8')) as T;
}

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });

check('types', () => runTool('wxt', 'prepare') && runTool('tsc', '--noEmit'));
check('lint', () => runTool('biome', 'check', '--error-on-warnings', '.'));
check('dead code', () => runTool('knip'));
tests(
  'unit tests',
  () =>
    runTool('vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${RESULTS}/unit.json`),
  () => {
    const report = readReport<{ numPassedTests: number; numFailedTests: number }>('unit.json');
    return { passed: report.numPassedTests, failed: report.numFailedTests };
  },
);
const built = ['chrome', 'firefox'].map((browser) =>
  check(`build for ${browser}`, () => runTool('wxt', 'build', '-b', browser)),
);
if (built.every(Boolean))
  tests(
    'end-to-end tests',
    () => runScript('tests/e2e/run.ts'),
    () => readReport<{ passed: number; failed: number }>('e2e.json'),
  );

if (broken.length > 0) console.log(`\nNot in order: ${broken.join(', ')}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
