import type { Canvas } from '@napi-rs/canvas';
import type { Random } from '@/lib/core/random';
import { papers } from '../layouts/layout';
import type { Block } from '../layouts/layout';
import type { SheetPlan } from '../layouts/plan-sheet';
import { drawBarcode, drawSquareCode } from './codes';
import { drawEcgTrace } from './ecg-trace';
import { drawFoot } from './foot';
import { registerFonts } from './fonts';
import { drawHeadBlock } from './head-block';
import { drawLetter } from './letter';
import { drawLetterhead, margin } from './letterhead';
import { drawCircle, drawScribble } from './pen';
import { drawPictures } from './pictures';
import { drawSection } from './section';
import { createSheet, ink } from './sheet';
import type { PrintedLeaf, PrintedWord, Sheet } from './sheet';
import { drawStamp } from './stamp';
import { drawTable } from './table';

export interface DrawnSheet {
  readonly canvas: Canvas;
  readonly width: number;
  /** The canvas is taller: the page ends here. */
  readonly height: number;
  readonly leaves: readonly PrintedLeaf[];
  readonly words: readonly PrintedWord[];
}

/** Taller than any report gets; the page is cut to its content. */
const canvasHeight = 1600;

/** Draws a planned sheet. `random` decides strokes only, never words. */
export function drawSheet(plan: SheetPlan, random: Random): DrawnSheet {
  registerFonts();
  const paper = papers[plan.layout.paper];
  const sheet = createSheet(paper.width, canvasHeight, plan.style.paper);
  let y = drawLetterhead(sheet, plan);
  drawCode(sheet, plan, random);
  y = drawHeading(sheet, plan, y);
  y = plan.layout.head === 'letter' ? drawLetter(sheet, plan, y) : drawHeadBlock(sheet, plan, y);
  y += 14;
  for (const block of plan.layout.blocks) y = drawBlock(sheet, plan, random, block, y);
  const { signed, height } = drawFoot(sheet, plan, random, y, paper.minHeight);
  drawOver(sheet, plan, random, signed, y);
  return { canvas: sheet.canvas, width: paper.width, height, leaves: sheet.leaves, words: sheet.words };
}

function drawBlock(sheet: Sheet, plan: SheetPlan, random: Random, block: Block, y: number): number {
  switch (block.block) {
    case 'table':
      return drawTable(sheet, plan, block.table, y);
    case 'section':
      return drawSection(sheet, plan, block.key, y);
    case 'ecg-trace':
      return drawEcgTrace(sheet, random, y);
    case 'pictures':
      return drawPictures(sheet, random, block.picture, y);
  }
}

function drawHeading(sheet: Sheet, plan: SheetPlan, y: number): number {
  const { family, size, letterhead, accent } = plan.style;
  const font = { face: family, size: size + 5, bold: true } as const;
  const { value, key } = plan.heading;
  const centred = letterhead === 'centred' || letterhead === 'logo' || sheet.width < 700;
  const x = centred ? (sheet.width - sheet.measure(value, font)) / 2 : margin;
  const stroke = { text: value, font, ink: letterhead === 'banner' ? accent : ink };
  sheet.write(key ? { ...stroke, leaf: [key] } : stroke, x, y + size * 1.9);
  return y + size * 2.8;
}

function drawCode(sheet: Sheet, plan: SheetPlan, random: Random): void {
  if (sheet.width < 700) return;
  const font = { face: plan.style.family, size: 15 } as const;
  const right = sheet.width - margin;
  if (plan.style.code === 'barcode') drawBarcode(sheet, random, plan.marginalia.serial, right, 40, font);
  if (plan.style.code === 'square') drawSquareCode(sheet, random, right, 92);
}

/** What came onto the paper after printing: stamp, notes, pen marks. */
function drawOver(sheet: Sheet, plan: SheetPlan, random: Random, signed: number, bodyEnd: number): void {
  const { stamp, scribble, circled } = plan.marginalia;
  if (stamp) drawStamp(sheet, random, stamp, sheet.width - margin - 80 - random.int(120), signed - 34 - random.int(26));
  if (scribble) drawScribble(sheet, random, scribble, margin + random.int(90), bodyEnd + 46);
  const abnormal = sheet.leaves.find((leaf) => leaf.path[2] === 'Abnormal Mark');
  const result = abnormal && sheet.leaves.find((leaf) => leaf.path[1] === abnormal.path[1] && leaf.path[2] === 'Result');
  const box = result?.lines[0]?.[0];
  if (circled && box) drawCircle(sheet, box);
}
