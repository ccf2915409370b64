import { z } from 'zod';
import type { PageBox } from './box';

/** A box as stored and sent: four numbers of page space in reading direction. */
export const pageBoxSchema = z
  .tuple([z.number(), z.number(), z.number(), z.number()])
  .refine(([x0, y0, x1, y1]) => x0 >= 0 && y0 >= 0 && x1 <= 1 && y1 <= 1 && x0 <= x1 && y0 <= y1, {
    message: 'a box is [x0, y0, x1, y1] with 0 ≤ x0 ≤ x1 ≤ 1 and 0 ≤ y0 ≤ y1 ≤ 1',
  })
  .transform((box) => box as unknown as PageBox);

/** One word of a page. `line` numbers the text line it stands on, top to bottom. */
export const wordSchema = z.object({
  text: z.string(),
  box: pageBoxSchema,
  /** What the reader thinks of it, 0–1; 1 for given text. */
  confidence: z.number().min(0).max(1),
  line: z.number().int().nonnegative(),
});
export type Word = Readonly<z.infer<typeof wordSchema>>;

/** A page by its place, from 0, and its size. */
export interface PageShape {
  readonly page: number;
  /** Pixels of the page image: box ratios need it. */
  readonly width: number;
  readonly height: number;
}

/** The words of one page in reading order. */
export interface PageWords extends PageShape {
  readonly words: readonly Word[];
}
