import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOfLine } from '@/lib/core/formats/line-words';
import type { PixelBox } from '@/lib/core/geometry/box';

const line = (text: string, box: readonly number[] = [0, 0, 100, 10]) => wordsOfLine({ text, box: box as unknown as PixelBox });

describe('the words of a line', () => {
  it('share its width by their characters', () => {
    expect(line('aaaa aaaa').map(({ text }) => text)).toEqual(['aaaa', 'aaaa']);
    const [first, second] = line('aaaa aaaa');
    expect(first?.box[0]).toBe(0);
    expect((first?.box[2] ?? 0) - (first?.box[0] ?? 0)).toBeCloseTo((second?.box[2] ?? 0) - (second?.box[0] ?? 0));
    expect(second?.box[2]).toBeCloseTo(100);
  });

  it('are none for a line of white space', () => {
    expect(line('  \t ')).toEqual([]);
    expect(line('')).toEqual([]);
  });

  it('give the text back, stand side by side and stay inside the line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 2_000 }), (text, width) => {
        const words = line(text, [5, 1, 5 + width, 9]);
        expect(words.map((word) => word.text)).toEqual(text.split(/\s+/u).filter((word) => word !== ''));
        words.forEach(({ box }, index) => {
          expect(box[0]).toBeGreaterThanOrEqual((words[index - 1]?.box[2] ?? 5) - 1e-6);
          expect(box[2]).toBeLessThanOrEqual(5 + width + 1e-6);
        });
      }),
    );
  });
});
