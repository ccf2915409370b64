import { createCanvas } from '@napi-rs/canvas';
import type { Canvas, SKRSContext2D } from '@napi-rs/canvas';
import type { PixelBox } from '@/lib/core/geometry/box';
import { cssFont } from './fonts';
import type { Face, Font } from './fonts';

/** Keys and list positions from the root of the record to a leaf. */
export type LeafPath = readonly (string | number)[];

/** A leaf of the record as it was printed: its lines, each the boxes of its words. */
export interface PrintedLeaf {
  readonly path: LeafPath;
  readonly text: string;
  readonly lines: (readonly PixelBox[])[];
}

/** A word of the page, whatever it belongs to. */
export interface PrintedWord {
  readonly text: string;
  readonly box: PixelBox;
}

export interface Stroke {
  readonly text: string;
  readonly font: Font;
  readonly ink?: string;
  readonly leaf?: LeafPath;
  /** Punctuation right after the last word, not part of the leaf. */
  readonly tail?: string;
}

/** A page being drawn that remembers where the leaves of the record went. */
export interface Sheet {
  readonly canvas: Canvas;
  readonly context: SKRSContext2D;
  readonly width: number;
  readonly leaves: readonly PrintedLeaf[];
  readonly words: readonly PrintedWord[];
  readonly measure: (text: string, font: Font) => number;
  /** Prints on one line from `x` at `baseline`; gives the width. */
  readonly write: (stroke: Stroke, x: number, baseline: number) => number;
  /** Prints strokes as running text; gives the baseline of the last line and where it ends. */
  readonly flow: (strokes: readonly Stroke[], area: FlowArea) => { baseline: number; x: number };
}

export interface FlowArea {
  readonly x: number;
  readonly baseline: number;
  readonly width: number;
  readonly lineHeight: number;
  /** Where the first line starts, if not at `x`. */
  readonly startX?: number;
}

/** Added between words where a face is set so tight that readers run them together. */
const wordSpacing: Readonly<Record<Face, number>> = {
  sans: 1, serif: 2, condensed: 2, typewriter: 0, grotesk: 3, hand: 2,
};

const letterSpacing: Readonly<Record<Face, number>> = {
  sans: 0.4, serif: 0, condensed: 0.3, typewriter: 0, grotesk: 0.6, hand: 0,
};

export const ink = '#1b1b1f';
/** Boxes reach this far beyond the ink, in pixels. */
const inkMargin = 1.5;

/** A blank sheet. @param height of the canvas: drawn generously and cut later */
export function createSheet(width: number, height: number, paper: string): Sheet {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = paper;
  context.fillRect(0, 0, width, height);
  const leaves: PrintedLeaf[] = [];
  const words: PrintedWord[] = [];

  const set = (font: Font): void => {
    context.font = cssFont(font);
    context.wordSpacing = `${wordSpacing[font.face]}px`;
    context.letterSpacing = `${letterSpacing[font.face]}px`;
  };
  const measure: Sheet['measure'] = (text, font) => {
    set(font);
    return context.measureText(text).width;
  };

  const boxWords = (text: string, font: Font, x: number, baseline: number): readonly PixelBox[] => {
    set(font);
    let before = '';
    return text.split(' ').map((word): PixelBox => {
      const start = x + context.measureText(before).width;
      const size = context.measureText(word);
      before += `${word} `;
      return [
        start - size.actualBoundingBoxLeft - inkMargin,
        baseline - size.actualBoundingBoxAscent - inkMargin,
        start + size.actualBoundingBoxRight + inkMargin,
        baseline + size.actualBoundingBoxDescent + inkMargin,
      ];
    });
  };

  const print = (text: string, stroke: Stroke, x: number, baseline: number): number => {
    const boxes = boxWords(text, stroke.font, x, baseline);
    text.split(' ').forEach((word, at) => word !== '' && boxes[at] && words.push({ text: word, box: boxes[at] }));
    set(stroke.font);
    context.fillStyle = stroke.ink ?? ink;
    context.fillText(text, x, baseline);
    return context.measureText(text).width;
  };

  const remember = (path: LeafPath, text: string): PrintedLeaf => {
    const leaf = { path, text, lines: [] };
    leaves.push(leaf);
    return leaf;
  };

  return {
    canvas,
    context,
    width,
    leaves,
    words,
    measure,
    write: (stroke, x, baseline) => {
      const { text, font, leaf } = stroke;
      if (leaf) remember(leaf, text).lines.push(boxWords(text, font, x, baseline));
      return print(text, stroke, x, baseline);
    },
    flow: (strokes, area) => {
      let x = area.startX ?? area.x;
      let baseline = area.baseline;
      for (const stroke of strokes) {
        const leaf = stroke.leaf ? remember(stroke.leaf, stroke.text) : null;
        const space = measure(' ', stroke.font);
        const put = (chunk: string): void => {
          leaf?.lines.push(boxWords(chunk, stroke.font, x, baseline));
          x += print(chunk, stroke, x, baseline) + space;
        };
        let chunk = '';
        for (const word of stroke.text.split(' ')) {
          const longer = chunk === '' ? word : `${chunk} ${word}`;
          if (x + measure(longer, stroke.font) <= area.x + area.width) {
            chunk = longer;
            continue;
          }
          if (chunk !== '') put(chunk);
          x = area.x;
          baseline += area.lineHeight;
          chunk = word;
        }
        if (chunk !== '') put(chunk);
        if (stroke.tail) {
          x += print(stroke.tail, stroke, x - space, baseline);
        }
      }
      return { baseline, x };
    },
  };
}
