import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { parse } from 'yaml';
import { useMessages } from '../i18n.ts';
import { readPdfGrids } from '../office/pdf/read.ts';

/** Reads PDFs in a thread of its own, so that a hostile one can be given up: pdf.js does not let go by itself in Node. */

useMessages(parse(readFileSync(new URL('../../locales/ru.yml', import.meta.url), 'utf8')), 'ru');

parentPort?.on('message', async (bytes: Uint8Array) => {
  try {
    parentPort?.postMessage({ grids: await readPdfGrids(bytes) });
  } catch (error) {
    parentPort?.postMessage({ problem: error instanceof Error ? error.message : String(error) });
  }
});
