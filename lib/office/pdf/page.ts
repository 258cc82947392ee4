/** What a page of a PDF holds for finding tables: pieces of text and straight lines, in points, y upwards. */

export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  /** Key of its font: texts of one font share it. */
  readonly font: string;
}

/** A horizontal line at `at` from `from` to `to`, or a vertical one likewise. */
export interface Ruling {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface PdfPage {
  readonly pieces: readonly Piece[];
  readonly horizontal: readonly Ruling[];
  readonly vertical: readonly Ruling[];
}

/** The part of pdf.js this room uses. */
export interface PdfJsPage {
  getTextContent(): Promise<{ items: readonly unknown[] }>;
  getOperatorList(): Promise<{ fnArray: readonly number[]; argsArray: readonly unknown[] }>;
  cleanup(): unknown;
}

type Matrix = readonly [number, number, number, number, number, number];

/** Lines may be this slanted, and filled bars this thick, in points. */
const THIN = 3;
/** Shorter strokes are decoration. */
const SHORT = 6;

function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}

/** Reads text and lines of a page. `ops`: pdf.js' numbers of operators. */
export async function readPdfPage(page: PdfJsPage, ops: Readonly<Record<string, number>>): Promise<PdfPage> {
  const { items } = await page.getTextContent();
  const pieces: Piece[] = [];
  for (const item of items) {
    const { str, transform, width, fontName } = item as {
      str?: string;
      transform?: number[];
      width?: number;
      fontName?: string;
    };
    if (typeof str !== 'string' || str.trim() === '' || !transform) continue;
    const size = Math.hypot(transform[2] ?? 0, transform[3] ?? 0) || 10;
    const [x, y] = [transform[4] ?? 0, transform[5] ?? 0];
    pieces.push({ text: str, x, y, width: width ?? 0, size, font: fontName ?? '' });
  }
  const lines = await rulings(page, ops);
  page.cleanup();
  return { pieces, ...lines };
}

async function rulings(
  page: PdfJsPage,
  ops: Readonly<Record<string, number>>,
): Promise<{ horizontal: Ruling[]; vertical: Ruling[] }> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const horizontal: Ruling[] = [];
  const vertical: Ruling[] = [];
  const saved: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  const line = (x0: number, y0: number, x1: number, y1: number): void => {
    const dx = Math.abs(x1 - x0);
    const dy = Math.abs(y1 - y0);
    if (dy <= THIN / 2 && dx >= SHORT)
      horizontal.push({ at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) });
    else if (dx <= THIN / 2 && dy >= SHORT)
      vertical.push({ at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) });
  };
  fnArray.forEach((fn, i) => {
    if (fn === ops.save) saved.push(matrix);
    else if (fn === ops.restore) matrix = saved.pop() ?? matrix;
    else if (fn === ops.transform) matrix = multiply(matrix, argsArray[i] as unknown as Matrix);
    else if (fn === ops.constructPath) {
      const [paint, data] = argsArray[i] as [number, readonly (ArrayLike<number> | null)[]];
      const stroked = paint === ops.stroke || paint === ops.closeStroke || paint === ops.fillStroke;
      const filled = paint === ops.fill || paint === ops.eoFill;
      if (stroked || filled) walk(data?.[0] ?? [], matrix, stroked, line);
    }
  });
  return { horizontal, vertical };
}

/** Goes along a path. Filled shapes count only as thin bars: shaded cells are no lines. */
function walk(
  data: ArrayLike<number>,
  matrix: Matrix,
  stroked: boolean,
  line: (x0: number, y0: number, x1: number, y1: number) => void,
): void {
  let x = 0;
  let y = 0;
  let points: [number, number][] = [];
  const flush = (): void => {
    if (!stroked && points.length >= 3) {
      const xs = points.map(([px]) => px);
      const ys = points.map(([, py]) => py);
      const [left, right] = [Math.min(...xs), Math.max(...xs)];
      const [bottom, top] = [Math.min(...ys), Math.max(...ys)];
      if (top - bottom <= THIN) line(left, (top + bottom) / 2, right, (top + bottom) / 2);
      else if (right - left <= THIN) line((left + right) / 2, bottom, (left + right) / 2, top);
    } else if (stroked)
      for (let k = 1; k < points.length; k++) {
        const [ax, ay] = points[k - 1] as [number, number];
        const [bx, by] = points[k] as [number, number];
        line(ax, ay, bx, by);
      }
    points = [];
  };
  const put = (px: number, py: number): void => {
    x = matrix[0] * px + matrix[2] * py + matrix[4];
    y = matrix[1] * px + matrix[3] * py + matrix[5];
    points.push([x, y]);
  };
  for (let i = 0; i < data.length; ) {
    const op = data[i] as number;
    if (op === 0) {
      flush();
      put(data[i + 1] as number, data[i + 2] as number);
      i += 3;
    } else if (op === 1) {
      put(data[i + 1] as number, data[i + 2] as number);
      i += 3;
    } else if (op === 2) {
      put(data[i + 5] as number, data[i + 6] as number);
      i += 7;
    } else if (op === 3) {
      put(data[i + 3] as number, data[i + 4] as number);
      i += 5;
    } else {
      const first = points[0];
      if (first) points.push(first);
      flush();
      i += 1;
    }
  }
  flush();
}
