import { GlobalFonts } from '@napi-rs/canvas';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FontFamily } from '../layouts/house-style';

/** The hand is for pens only. */
export type Face = FontFamily | 'hand';

export interface Font {
  readonly face: Face;
  /** Pixels. */
  readonly size: number;
  readonly bold?: boolean;
}

const pair = (name: string): readonly string[] => [
  `@fontsource/${name}/files/${name}-latin-400-normal.woff2`,
  `@fontsource/${name}/files/${name}-latin-700-normal.woff2`,
];

const files: Readonly<Record<Face, readonly string[]>> = {
  sans: pair('arimo'),
  serif: pair('tinos'),
  condensed: pair('roboto-condensed'),
  typewriter: pair('courier-prime'),
  grotesk: ['Geist-Regular.ttf', 'Geist-Bold.ttf'],
  hand: pair('caveat'),
};

const familyName = (face: Face): string => `Sheet ${face}`;

/** Geist exports its module only; the font files lie beside it. */
const pathOf = (resolve: NodeJS.RequireResolve, file: string): string =>
  file.startsWith('@') ? resolve(file) : join(dirname(resolve('geist/font/sans')), 'fonts/geist-sans', file);

/** Makes the fonts known to the canvas, once a process. @throws Error naming a font that is not there */
export function registerFonts(): void {
  const { resolve } = createRequire(import.meta.url);
  for (const [face, paths] of Object.entries(files) as [Face, readonly string[]][]) {
    if (GlobalFonts.has(familyName(face))) continue;
    for (const path of paths) {
      if (!GlobalFonts.registerFromPath(pathOf(resolve, path), familyName(face))) {
        throw new Error(`the font ${path} cannot be read: run npm install`);
      }
    }
  }
}

/** The CSS shorthand that a canvas takes. */
export const cssFont = (font: Font): string =>
  `${font.bold ? 'bold ' : ''}${font.size}px "${familyName(font.face)}"`;
