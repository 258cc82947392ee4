import type { Form } from '../model/form.ts';
import type { PrintedFinding, PrintedPosition } from './types.ts';

/** Finds findings of a form and notes criteria in its printed positions. */
export type Checker = (form: Form, printed: PrintedPosition[]) => PrintedFinding[];

/** Prepares criteria and rules once for all files. */
export async function check(pack: string | null): Promise<Checker> {
  void pack;
  return () => [];
}
