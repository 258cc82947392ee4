import { readFile } from 'node:fs/promises';
import { t } from '../i18n.ts';
import { type Checker, prepareChecker } from './check.ts';
import { findFiles } from './files.ts';
import { readerOf } from './readers.ts';
import { report } from './report.ts';
import { type SummaryLine, summaryHead, summaryLine, summaryRow, summaryTotal } from './summary.ts';
import type { Printed, ReadResult } from './types.ts';

export interface InspectOptions {
  readonly json: boolean;
  readonly explain: boolean;
  /** Every position of every file, also where there are several. */
  readonly details: boolean;
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
  let details = false;
  let pack: string | null = null;
  let only = false;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as string;
    if (only || !arg.startsWith('--')) files.push(arg);
    else if (arg === '--') only = true;
    else if (arg === '--json') json = true;
    else if (arg === '--explain') explain = true;
    else if (arg === '--details') details = true;
    else if (arg === '--pack' && args[i + 1] !== undefined) pack = args[++i] as string;
    else if (arg.startsWith('--pack=')) pack = arg.slice(7);
    else return null;
  }
  return files.length > 0 ? { json, explain, details, pack, files } : null;
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
  const targets = await findFiles(options.files);
  const print = printer(options, targets.length, output);
  for (const target of targets) {
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
    const checked = result.form ? checker.check(result.form, result.positions) : NOTHING;
    const printed: Printed = {
      file,
      type: result.type,
      mode: result.type === 'form' ? (result.form?.mode ?? null) : null,
      positions: result.positions,
      findings: checked.findings,
      ...(result.directions ? { directions: result.directions } : {}),
    };
    const reason = result.reason ?? t('inspect.unknown-type');
    print.file(printed, reason, checked.training, result.explain);
    if (printed.type === 'unknown') {
      status = 2;
      output.error(`${file}: ${reason}`);
    } else if (status === 0 && printed.findings.some((finding) => finding.severity === 'error')) status = 1;
  }
  print.end();
  return status;
}

const NOTHING = { findings: [], training: false };

interface Printer {
  file(printed: Printed, reason: string, training: boolean, explain: ReadResult['explain']): void;
  end(): void;
}

/**
 * How files are told: a line of JSON each; one file in full; several as an overview, with everything below it where
 * details are asked for (`--details`, `--explain`).
 */
function printer({ json, explain, details }: InspectOptions, files: number, output: Output): Printer {
  if (json) return { file: (printed) => output.out(JSON.stringify(printed)), end: () => {} };
  const full: string[] = [];
  const lines: SummaryLine[] = [];
  const inFull = (printed: Printed, training: boolean, reasons: ReadResult['explain']): string =>
    report(printed, training, explain ? reasons : undefined);
  if (files < 2)
    return {
      file: (printed, _reason, training, why) => output.out(inFull(printed, training, why)),
      end: () => {},
    };
  output.out(summaryHead());
  return {
    file(printed, reason, training, why) {
      const line = summaryLine(printed, reason, training);
      lines.push(line);
      output.out(summaryRow(line));
      if ((details || explain) && !line.refused) full.push(inFull(printed, training, why));
    },
    end() {
      for (const line of summaryTotal(lines, details || explain)) output.out(line);
      for (const text of full) output.out(`\n${text}`);
    },
  };
}

function oneLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').slice(0, 300);
}
