import { shake128 } from '@noble/hashes/sha3.js';

/**
 * Of the 256 values of a byte, how many mean weight 0, 1, 2, …: the Poisson law
 * with mean 1, to 8 bits. The mean is 1 exactly, the variance 258/256.
 */
const bytesOfWeight = [95, 93, 47, 16, 4, 1];

const weightOfByte = Uint8Array.from(
  bytesOfWeight.flatMap((bytes, weight) => Array.from({ length: bytes }, () => weight)),
);

/**
 * How often a document stands in each resample, 0–5: one byte of SHAKE-128 over
 * the UTF-8 text `seed`, U+0000, `id` (a lone surrogate is U+FFFD), by table.
 * They follow from the id alone, so order, other documents and what is scored
 * change nothing. More resamples begin with the same ones.
 * Sources: Hanley & MacGibbon, *Creating non-parametric bootstrap samples using
 * Poisson frequencies* (2006); Chamandy et al., *Estimating uncertainty for
 * massive data streams* (2012).
 * @param seed a safe integer, written in decimal
 */
export const documentWeights = (seed: number, id: string, resamples: number): Uint8Array =>
  shake128(new TextEncoder().encode(`${seed}\0${id}`), { dkLen: resamples }).map((byte) => weightOfByte[byte] as number);
