/** Columns and rows of the grey thumbnail that `differenceHash` reads. */
export const hashSize = { width: 9, height: 8 } as const;

/** Paper is not quite even: a step this small (of 255) is no edge. */
const smallestStep = 2;

/**
 * dHash, 64 bits: for each of 8 rows whether each pixel is darker than its right
 * neighbour (Krawetz, "Kind of like that", 2013), here by more than 2 levels so
 * that white margins do not flip with the noise of the scan.
 *
 * @param grey 9 × 8 grey levels, row by row.
 * @returns 16 hexadecimal digits.
 * @throws RangeError for another size.
 */
export function differenceHash(grey: Uint8Array): string {
  if (grey.length !== hashSize.width * hashSize.height) {
    throw new RangeError(`a difference hash reads 9 × 8 grey levels, not ${grey.length}`);
  }
  let hash = 0n;
  for (let row = 0; row < hashSize.height; row++) {
    for (let column = 0; column + 1 < hashSize.width; column++) {
      const at = row * hashSize.width + column;
      const darker = (grey[at + 1] ?? 0) - (grey[at] ?? 0) > smallestStep;
      hash = (hash << 1n) | (darker ? 1n : 0n);
    }
  }
  return hash.toString(16).padStart(16, '0');
}

function bitsOf(word: number): number {
  let left = word - ((word >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** A 64-bit hash as two 32-bit halves. */
export type HashHalves = readonly [high: number, low: number];

/** @throws RangeError for anything but 16 hexadecimal digits. */
export function hashHalves(hash: string): HashHalves {
  if (!/^[0-9a-f]{16}$/i.test(hash)) throw new RangeError(`not a 64-bit hash: ${hash}`);
  return [Number.parseInt(hash.slice(0, 8), 16), Number.parseInt(hash.slice(8), 16)];
}

export const halvesDistance = (a: HashHalves, b: HashHalves): number =>
  bitsOf(a[0] ^ b[0]) + bitsOf(a[1] ^ b[1]);

/** Bits in which two hashes differ, 0–64. @throws RangeError for a malformed hash. */
export const hammingDistance = (a: string, b: string): number =>
  halvesDistance(hashHalves(a), hashHalves(b));
