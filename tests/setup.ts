import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { useMessages } from '../lib/i18n.ts';

useMessages(parse(readFileSync('locales/ru.yml', 'utf8')), 'ru');
