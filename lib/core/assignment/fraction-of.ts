import { shake128 } from '@noble/hashes/sha3.js';

/**
 * A number in [0, 1) that follows from the texts alone: 48 bits of SHAKE-128
 * over their UTF-8, with U+0000 between them. Whoever asks again is told the
 * same, so that what it decides can be repeated and audited.
 */
export function fractionOf(...texts: readonly string[]): number {
  const bytes = shake128(new TextEncoder().encode(texts.join('\0')), { dkLen: 6 });
  return bytes.reduce((sum, byte) => sum * 256 + byte, 0) / 2 ** 48;
}
