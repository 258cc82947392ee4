import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { t, useMessages } from '../lib/i18n.ts';
import { inspect, parseArguments } from '../lib/inspect/run.ts';

const locales = new URL('../locales/ru.yml', import.meta.url);
useMessages(parse(readFileSync(locales, 'utf8')), 'ru');
// `| head` closes the pipe: that is no error.
process.stdout.on('error', () => process.exit(0));

const options = parseArguments(process.argv.slice(2));
if (options) process.exitCode = await inspect(options, { out: console.log, error: console.error });
else {
  console.error(t('inspect.usage'));
  process.exitCode = 2;
}
