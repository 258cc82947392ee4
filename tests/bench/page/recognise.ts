import { readForm } from '../../../lib/form/read.ts';
import { textPass } from './floor.ts';

/** Times, in ms, of recognising this page and of the floor, taken in turns so that both see the same machine. */
function measure(runs: number): { recognise: number[]; floor: number[]; positions: number; rows: number } {
  const recognise: number[] = [];
  const floor: number[] = [];
  let positions = 0;
  let rows = 0;
  for (let i = 0; i < runs; i++) {
    const a = performance.now();
    textPass(document);
    const b = performance.now();
    const { form } = readForm(document);
    const c = performance.now();
    floor.push(b - a);
    recognise.push(c - b);
    positions = form.positions.length;
    rows = form.positions.reduce((sum, position) => sum + position.rows.length, 0);
  }
  return { recognise, floor, positions, rows };
}

export default measure;
