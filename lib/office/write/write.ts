import type { Form, Position } from '../../model/form.ts';
import type { Pack } from '../../model/pack.ts';
import { positionId } from '../../reference/identity.ts';
import { writeDocx } from './docx.ts';
import { layOut } from './layout.ts';
import { writeXlsx } from './xlsx.ts';

export type TableFormat = 'xlsx' | 'docx';

/** The form as the preparation table. Reading the file again gives the same positions and rows. */
export async function writeTable(form: Form, format: TableFormat): Promise<Uint8Array> {
  const layout = layOut(form);
  return format === 'xlsx' ? writeXlsx(layout) : writeDocx(layout);
}

/** The form without what is filled: an empty table of the right shape, to be sent to colleagues. */
export function emptyForm(form: Form): Form {
  return { ...form, positions: form.positions.map((position) => ({ ...position, rows: [] })) };
}

/** The positions of a criteria pack as an empty form, in the pack's order. */
export function formOfPack(pack: Pack): Form {
  const positions = pack.directions.flatMap(({ code, name, tracks }) =>
    tracks.flatMap((track) =>
      track.components.flatMap((component) =>
        component.positions.map(({ text, points }): Position => {
          const direction = name.startsWith(code) ? name : `${code}. ${name}`;
          const path = [direction, track.name, component.name];
          return { id: positionId(path, text), path, text, number: null, points, rows: [], confidence: 1 };
        }),
      ),
    ),
  );
  return { mode: 'fill', mechanism: pack.mechanism, positions };
}
