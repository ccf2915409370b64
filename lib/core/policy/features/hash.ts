/**
 * Features are numbers below `featureCount`, found by hashing; each head of the
 * policy has its own table of that size, so only features of one head collide.
 */
export const featureBits = 14;
export const featureCount = 1 << featureBits;

/** Mixes two 32-bit hashes into one (the finaliser of MurmurHash3). */
export function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x27d4eb2f);
  return hash ^ (hash >>> 14);
}

/** Lists of features, one after the other; a list is a block. */
export interface FeatureBlocks {
  /** Block b holds `ids[offsets[b]]` up to `ids[offsets[b + 1]]`. */
  readonly offsets: Uint32Array;
  readonly ids: Uint16Array;
}

export interface BlockWriter {
  /** Adds a feature to the open block: `name` tells kinds of features apart. */
  readonly add: (name: number, value: number) => void;
  /** Ends the open block and gives its number. */
  readonly close: () => number;
  readonly finish: () => FeatureBlocks;
}

export function createBlockWriter(): BlockWriter {
  const offsets = [0];
  let ids = new Uint16Array(1 << 14);
  let length = 0;
  return {
    add: (name, value) => {
      if (length === ids.length) {
        const larger = new Uint16Array(length * 2);
        larger.set(ids);
        ids = larger;
      }
      ids[length++] = mix(name, value) >>> (32 - featureBits);
    },
    close: () => {
      offsets.push(length);
      return offsets.length - 2;
    },
    finish: () => ({ offsets: Uint32Array.from(offsets), ids: ids.slice(0, length) }),
  };
}
