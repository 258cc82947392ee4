/** The older filters of PDF streams, as far as is needed to know what a stream unpacks to. */

/** Adds what run lengths unpack to. */
export function runLengthSize(bytes: Uint8Array, add: (size: number) => void): void {
  for (let at = 0; at < bytes.length; ) {
    const length = bytes[at] as number;
    if (length === 128) return;
    add(length < 128 ? length + 1 : 257 - length);
    at += length < 128 ? length + 2 : 2;
  }
}

/** Adds what LZW unpacks to: the length of each entry of its table is all that is needed. */
export function lzwSize(bytes: Uint8Array, add: (size: number) => void): void {
  const lengths = new Int32Array(4096);
  let [next, width, before] = [258, 9, 0];
  let [bits, have] = [0, 0];
  for (const byte of bytes) {
    bits = ((bits << 8) | byte) & 0xfffff;
    have += 8;
    if (have < width) continue;
    have -= width;
    const code = (bits >> have) & ((1 << width) - 1);
    if (code === 257) return;
    if (code === 256) {
      [next, width, before] = [258, 9, 0];
      continue;
    }
    const length = code < 256 ? 1 : code < next ? (lengths[code] as number) : before + 1;
    add(length);
    if (before > 0 && next < 4096) lengths[next++] = before + 1;
    before = length;
    width = next >= 2047 ? 12 : next >= 1023 ? 11 : next >= 511 ? 10 : 9;
  }
}

/** Bytes of a text in base 85, up to its `~>`. */
export function fromAscii85(bytes: Uint8Array, start: number, until: number): Uint8Array {
  const out = new Uint8Array((until - start) * 4);
  let [size, value, have] = [0, 0, 0];
  const flush = (): void => {
    const count = have - 1;
    for (; have < 5; have++) value = value * 85 + 84;
    for (let i = 0; i < count; i++) out[size++] = Math.floor(value / 256 ** (3 - i)) & 255;
    [value, have] = [0, 0];
  };
  for (let at = start; at < until; at++) {
    const byte = bytes[at] as number;
    if (byte === 126) break;
    if (byte === 122 && have === 0) size += 4;
    if (byte < 33 || byte > 117) continue;
    value = value * 85 + byte - 33;
    if (++have === 5) flush();
  }
  if (have > 1) flush();
  return out.subarray(0, size);
}

/** Bytes of a text of hexadecimal pairs, up to its `>`. */
export function fromHex(bytes: Uint8Array, start: number, until: number): Uint8Array {
  const out = new Uint8Array((until - start + 1) >> 1);
  let [size, half] = [0, -1];
  for (let at = start; at < until && bytes[at] !== 62; at++) {
    const digit = Number.parseInt(String.fromCharCode(bytes[at] as number), 16);
    if (Number.isNaN(digit)) continue;
    if (half < 0) half = digit;
    else {
      out[size++] = half * 16 + digit;
      half = -1;
    }
  }
  return out.subarray(0, size);
}
