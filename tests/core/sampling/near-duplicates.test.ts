import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '@/lib/core/random';
import {
  differenceHash,
  groupNearDuplicates,
  hammingDistance,
  textFingerprint,
  type DuplicateItem,
} from '@/lib/core/sampling';
import { pageOf } from './corpus';

const print = (lines: readonly string[]): number[] => textFingerprint([pageOf(lines)]);
const anyHash = fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }).map((bits) => bits.toString(16).padStart(16, '0'));
const flip = (hash: string, bits: readonly number[]): string =>
  bits.reduce((h, bit) => h ^ (1n << BigInt(bit)), BigInt(`0x${hash}`)).toString(16).padStart(16, '0');

describe('differenceHash', () => {
  it('is a bit for each step to a brighter neighbour, row by row', () => {
    const rising = Uint8Array.from({ length: 72 }, (_, i) => (i % 9) * 20);
    expect(differenceHash(rising)).toBe('ffffffffffffffff');
    expect(differenceHash(rising.toReversed())).toBe('0000000000000000');
    const oneStep = new Uint8Array(72).fill(100);
    oneStep[1] = 200;
    expect(differenceHash(oneStep)).toBe('8000000000000000');
  });

  it('does not see brightness, nor noise of two levels', () => {
    const random = createRandom(1);
    const page = Uint8Array.from({ length: 72 }, () => random.int(20) * 10);
    expect(differenceHash(page.map((level) => level + 30))).toBe(differenceHash(page));
    expect(differenceHash(Uint8Array.from({ length: 72 }, () => 250 + random.int(3)))).toBe('0000000000000000');
  });

  it('refuses another size', () => {
    expect(() => differenceHash(new Uint8Array(64))).toThrow(RangeError);
  });
});

describe('hammingDistance', () => {
  it('counts the bits flipped', () => {
    fc.assert(
      fc.property(anyHash, fc.uniqueArray(fc.integer({ min: 0, max: 63 })), (hash, bits) => {
        expect(hammingDistance(hash, flip(hash, bits))).toBe(bits.length);
      }),
    );
  });

  it('refuses what is not a 64-bit hash', () => {
    expect(() => hammingDistance('12', '0000000000000000')).toThrow(RangeError);
  });
});

describe('groupNearDuplicates', () => {
  it('finds every unread pair within the distance, and no other', () => {
    fc.assert(
      fc.property(anyHash, fc.uniqueArray(fc.integer({ min: 0, max: 63 }), { maxLength: 12 }), (hash, bits) => {
        const items: DuplicateItem[] = [
          { id: 'a', hash, words: null },
          { id: 'b', hash: flip(hash, bits), words: null },
        ];
        const expected =
          bits.length <= 6 ? [{ keep: 'a', duplicates: [{ id: 'b', distance: bits.length, overlap: null }] }] : [];
        expect(groupNearDuplicates(items, 6)).toEqual(expected);
      }),
    );
  });

  it('does not chain: what is near a duplicate but not the kept one stays', () => {
    const hash = '00000000ffffffff';
    const items = [[], [0, 1, 2, 3], [0, 1, 2, 3, 4, 5, 6, 7]].map((bits, i) => ({
      id: `d${i}`,
      hash: flip(hash, bits),
      words: null,
    }));
    expect(groupNearDuplicates(items, 4).map(({ keep, duplicates }) => [keep, duplicates.length])).toEqual([['d0', 1]]);
  });

  const form = Array.from({ length: 20 }, (_, i) => `analyte ${String.fromCharCode(97 + i)} result unit range`);
  const filled = (patient: number): string[] => {
    const random = createRandom(patient);
    return form.map((line) => `${line} ${random.int(1000)} ${random.int(1000)} by doctor${random.int(1000)}`);
  };

  it('does not call two patients’ copies of one form duplicates, though their images agree', () => {
    const items = Array.from({ length: 30 }, (_, i) => ({ id: `p${i}`, hash: '0f0f0f0f0f0f0f0f', words: print(filled(i)) }));
    expect(groupNearDuplicates(items, 6)).toEqual([]);
  });

  it('finds a second scan of one of them with some words misread', () => {
    const misread = filled(3).map((line, i) => (i % 6 === 0 ? line.replace('result', 'resuIt') : line));
    const items = [
      ...Array.from({ length: 30 }, (_, i) => ({ id: `p${i}`, hash: '0f0f0f0f0f0f0f0f', words: print(filled(i)) })),
      { id: 'again', hash: '0f0f0f0f0f0f0f0e', words: print(misread) },
    ];
    const [group, ...others] = groupNearDuplicates(items, 6);
    expect(others).toEqual([]);
    expect(group).toMatchObject({ keep: 'p3', duplicates: [{ id: 'again', distance: 1 }] });
  });

  it('finds the same text under another image', () => {
    const items = [
      { id: 'scan', hash: '0f0f0f0f0f0f0f0f', words: print(filled(1)) },
      { id: 'photo', hash: 'f0f0f0f0f0f0f0f0', words: print(filled(1)) },
      { id: 'other', hash: null, words: print(filled(2)) },
    ];
    expect(groupNearDuplicates(items, 6)).toEqual([
      { keep: 'scan', duplicates: [{ id: 'photo', distance: 64, overlap: 1 }] },
    ]);
  });
});
