import { Worker } from 'node:worker_threads';
import { looksLikeCriteria } from '../criteria/import/columns.ts';
import { t } from '../i18n.ts';
import type { Grid } from '../office/grid.ts';
import { criteriaResult } from './criteria.ts';
import type { FileReader } from './types.ts';

/** A file that takes longer (milliseconds) or more memory (MB) is given up. */
const LONGEST = 12_000;
const MEMORY = 700;

type Answer = { readonly grids: Grid[] } | { readonly problem: string };

/** Kept from one file to the next; a thread that was given up is replaced. */
let thread: Worker | null = null;

function startThread(): Worker {
  const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MEMORY },
  });
  worker.on('error', () => undefined);
  return worker;
}

/** Reads the tables of a PDF in the other thread; throws an Error with a sentence for the user. */
async function readApart(bytes: Uint8Array): Promise<Grid[]> {
  thread ??= startThread();
  const worker = thread;
  worker.ref();
  let timer: NodeJS.Timeout | undefined;
  const answer = await new Promise<Answer>((resolve) => {
    const fail = (): void => resolve({ problem: t('criteria.import.pdf-heavy') });
    timer = setTimeout(fail, LONGEST);
    worker.once('message', resolve);
    worker.once('exit', fail);
    worker.postMessage(bytes);
  });
  clearTimeout(timer);
  worker.removeAllListeners('message');
  worker.removeAllListeners('exit');
  worker.unref();
  if ('grids' in answer) return answer.grids;
  // Whatever it is still busy with goes with it.
  await worker.terminate();
  thread = null;
  throw new Error(answer.problem);
}

/** Criteria documents saved as PDF. */
export const pdfReader: FileReader = {
  extensions: ['.pdf'],
  async read(bytes, file) {
    const grids = await readApart(bytes);
    if (!looksLikeCriteria(grids)) throw new Error(t('criteria.import.pdf-no-table'));
    return criteriaResult(grids, file);
  },
};
