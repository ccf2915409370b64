import { describe, expect, it } from 'vitest';
import type { PageBox, PixelBox } from '@/lib/core/geometry/box';
import { numberLines } from '@/lib/core/ingest/number-lines';
import { textLayerWords } from '@/lib/core/ingest/text-layer';

const size = { width: 1000, height: 1000 };
const run = (text: string, x0: number, x1: number, y = 100) => ({ text, box: [x0, y, x1, y + 20] as unknown as PixelBox });

describe('the text layer of a page', () => {
  it('joins runs that touch into one word and splits runs at spaces', () => {
    const words = textLayerWords([run('Hae', 0, 30), run('moglobin', 30, 110), run('13.5 g/dL', 150, 240)], size);
    expect(words?.map(({ text }) => text)).toEqual(['Haemoglobin', '13.5', 'g/dL']);
    expect(words?.[0]?.box).toEqual([0, 0.1, 0.11, 0.12]);
  });

  it('is none where a page holds next to no text, or characters without meaning', () => {
    expect(textLayerWords([], size)).toBeNull();
    expect(textLayerWords([run('1', 0, 10)], size)).toBeNull();
    expect(textLayerWords(['\uE001\uE002', '\uE003', '\uFFFD'].map((text, i) => run(text, i * 100, i * 100 + 50)), size)).toBeNull();
  });
});

describe('line numbers', () => {
  const box = (y0: number, y1: number): PageBox => [0, y0, 0.1, y1] as unknown as PageBox;

  it('put boxes of about one height on one line, top to bottom', () => {
    expect(numberLines([box(0.5, 0.52), box(0.1, 0.12), box(0.105, 0.125), box(0.3, 0.32)])).toEqual([2, 0, 0, 1]);
  });

  it('are not swallowed by a tall box beside them', () => {
    expect(numberLines([box(0.1, 0.12), box(0.14, 0.16), box(0.18, 0.2)])).toEqual([0, 1, 2]);
    expect(numberLines([])).toEqual([]);
  });
});
