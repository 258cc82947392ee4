import { readFile } from 'node:fs/promises';
import { t } from '../i18n.ts';
import { type Checker, prepareChecker } from './check.ts';
import { findFiles } from './files.ts';
import { readerOf } from './readers.ts';
import { report } from './report.ts';
import type { Printed, ReadResult } from './types.ts';

export interface InspectOptions {
  readonly json: boolean;
  readonly explain: boolean;
  /** File of a criteria pack; built-in packs otherwise. */
  readonly pack: string | null;
  readonly files: readonly string[];
}

export interface Output {
  out(line: string): void;
  error(line: string): void;
}

/** Parses the command's arguments; null when they cannot be understood. */
export function parseArguments(args: readonly string[]): InspectOptions | null {
  const files: string[] = [];
  let json = false;
  let explain = false;
  let pack: string | null = null;
  let only = false;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as string;
    if (only || !arg.startsWith('--')) files.push(arg);
    else if (arg === '--') only = true;
    else if (arg === '--json') json = true;
    else if (arg === '--explain') explain = true;
    else if (arg === '--pack' && args[i + 1] !== undefined) pack = args[++i] as string;
    else if (arg.startsWith('--pack=')) pack = arg.slice(7);
    else return null;
  }
  return files.length > 0 ? { json, explain, pack, files } : null;
}

/** Reads every file, prints what was understood, returns the exit status (0, 1 or 2: the headless contract). */
export async function inspect(options: InspectOptions, output: Output): Promise<number> {
  let status = 0;
  let checker: Checker;
  try {
    checker = await prepareChecker(options.pack);
  } catch (error) {
    output.error(`${options.pack ?? ''}: ${oneLine(error)}`);
    return 2;
  }
  for (const target of await findFiles(options.files)) {
    const { file } = target;
    let result: ReadResult;
    try {
      if ('missing' in target) throw new Error(t('inspect.no-file'));
      const reader = readerOf(file);
      if (!reader) throw new Error(t('inspect.unknown-type'));
      result = await reader.read(await readFile(file), file, checker.hints);
    } catch (error) {
      result = { type: 'unknown', form: null, positions: [], reason: oneLine(error) };
    }
    const printed: Printed = {
      file,
      type: result.type,
      mode: result.type === 'form' ? (result.form?.mode ?? null) : null,
      positions: result.positions,
      findings: result.form ? checker.check(result.form, result.positions) : [],
      ...(result.directions ? { directions: result.directions } : {}),
    };
    output.out(
      options.json ? JSON.stringify(printed) : report(printed, options.explain ? result.explain : undefined),
    );
    if (printed.type === 'unknown') {
      status = 2;
      output.error(`${file}: ${result.reason ?? t('inspect.unknown-type')}`);
    } else if (status === 0 && printed.findings.some((finding) => finding.severity === 'error')) status = 1;
  }
  return status;
}

function oneLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').slice(0, 300);
}
