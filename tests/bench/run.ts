import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Figure } from './figure.ts';

/**
 * `npm run bench`: runs every module here that exports `run`, prints each figure beside its target and writes
 * bench/results.json. `--only TEXT`: modules whose file name has it. A figure that falls short is shown, never hidden;
 * the exit status tells only whether the benchmarks themselves ran.
 */
const { values } = parseArgs({ options: { only: { type: 'string' } } });

function shown(value: number): string {
  return value === 0 || Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

function row(figure: Figure): string {
  const peer = figure.peer ? `${figure.peer.name}: ${shown(figure.peer.value)}` : '';
  const cells: readonly (readonly [text: string, width: number])[] = [
    [figure.ok ? 'ok  ' : 'MISS', 4],
    [figure.name, 62],
    [`${shown(figure.value)} ${figure.unit}`, 12],
    [peer, 40],
    [figure.ratio === undefined ? '' : `${figure.ratio.toFixed(2)} ×`, 8],
    [figure.target, 0],
  ];
  return cells.map(([text, width]) => text.padEnd(width)).join('  ');
}

const here = new URL('./', import.meta.url);
const all: (Figure & { module: string })[] = [];
let broken = 0;
for (const name of readdirSync(here).sort()) {
  if (!name.endsWith('.ts') || name === 'run.ts') continue;
  if (values.only !== undefined && !name.includes(values.only)) continue;
  const text = name.replace(/\.ts$/, '');
  try {
    const made = (await import(new URL(name, here).href)) as { run?: () => Promise<readonly Figure[]> };
    if (!made.run) continue;
    console.log(`\n${text}`);
    for (const figure of await made.run()) {
      console.log(row(figure));
      all.push({ module: text, ...figure });
    }
  } catch (error) {
    broken++;
    console.log(`${text} did not run: ${error instanceof Error ? error.stack : String(error)}`);
  }
}

mkdirSync('bench', { recursive: true });
writeFileSync('bench/results.json', `${JSON.stringify(all, null, 2)}\n`);
const missed = all.filter((figure) => !figure.ok).length;
console.log(`\n${all.length} figures, ${missed} short of their target; written to bench/results.json`);
process.exitCode = broken === 0 ? 0 : 1;
