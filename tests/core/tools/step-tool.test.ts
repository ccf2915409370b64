import { describe, expect, it } from 'vitest';
import type { PageBox } from '@/lib/core/geometry/box';
import { pagePoint, screenPoint } from '@/lib/core/geometry/viewport';
import { createWordIndex } from '@/lib/core/geometry/word-index';
import { stepTool } from '@/lib/core/tools/step-tool';
import { idleState, type CanvasTool, type ToolEffect, type ToolEvent, type ToolState } from '@/lib/core/tools/types';

const words = createWordIndex(
  ['Name', 'Ann', 'Lee'].map((text, at) => ({
    text, line: 0, confidence: 1, box: [0.1 + at * 0.2, 0.1, 0.2 + at * 0.2, 0.15] as unknown as PageBox,
  })),
);

/** 1,000 CSS pixels to the page. */
const at = (x: number, y: number) => ({ page: pagePoint(x, y), screen: screenPoint(x * 1000, y * 1000) });
const down = (x: number, y: number, more: Partial<Extract<ToolEvent, { type: 'down' }>> = {}): ToolEvent => ({
  type: 'down', ...at(x, y), button: 'primary', space: false, shift: false, extend: false, ...more,
});
const move = (x: number, y: number): ToolEvent => ({ type: 'move', ...at(x, y) });
const up = (x: number, y: number): ToolEvent => ({ type: 'up', ...at(x, y) });

function play(tool: CanvasTool, ...events: readonly ToolEvent[]) {
  let state: ToolState = idleState;
  const effects: ToolEffect[] = [];
  for (const event of events) {
    const step = stepTool(state, event, { tool, words });
    state = step.state;
    effects.push(...step.effects);
  }
  return { state, effects };
}

describe('the select tool', () => {
  it('takes the word that was clicked', () => {
    expect(play('select', down(0.35, 0.12), up(0.35, 0.12)).effects).toEqual([{ kind: 'take-words', words: [1], extend: false }]);
  });

  it('takes the words that were dragged over, in reading order', () => {
    const { effects } = play('select', down(0.55, 0.12), move(0.3, 0.12), move(0.12, 0.12), up(0.12, 0.12));
    expect(effects).toEqual([{ kind: 'take-words', words: [0, 1, 2], extend: false }]);
  });

  it('takes the words in a box that begins on empty ground, or on a word with Shift', () => {
    const words01 = [{ kind: 'take-words', words: [0, 1], extend: false }];
    expect(play('select', down(0.05, 0.05), move(0.4, 0.2), up(0.45, 0.2)).effects).toEqual(words01);
    expect(play('select', down(0.12, 0.11, { shift: true }), up(0.45, 0.15)).effects).toHaveLength(1);
  });

  it('does nothing on a click on empty ground', () => {
    expect(play('select', down(0.8, 0.8), up(0.801, 0.8))).toEqual({ state: idleState, effects: [] });
  });

  it('says when the words are to be added to the field', () => {
    expect(play('select', down(0.35, 0.12, { extend: true }), up(0.35, 0.12)).effects).toMatchObject([{ extend: true }]);
  });
});

describe('the box tool', () => {
  it('takes the box as it was drawn, and says which words lie in it', () => {
    expect(play('box', down(0.5, 0.6), move(0.4, 0.4), up(0.1, 0.1)).effects).toEqual([
      { kind: 'take-box', box: [0.1, 0.1, 0.5, 0.6], words: [0, 1] },
    ]);
  });

  it('ignores a drag of less than four pixels', () => {
    expect(play('box', down(0.5, 0.5), up(0.503, 0.5)).effects).toEqual([]);
  });
});

describe('panning', () => {
  it.each([
    ['the hand tool', 'pan', {}],
    ['the space bar', 'select', { space: true }],
    ['the middle button', 'box', { button: 'middle' }],
  ] as const)('begins with %s and follows the pointer', (_, tool, more) => {
    const { effects } = play(tool, down(0.5, 0.5, more), move(0.6, 0.4), move(0.6, 0.3), up(0.6, 0.3));
    expect(effects.map((effect) => effect.kind === 'pan' && [Math.round(effect.dx), Math.round(effect.dy)])).toEqual([[100, -100], [0, -100]]);
  });
});

describe('Esc', () => {
  it.each([
    ['selecting', 'select', down(0.35, 0.12)],
    ['drawing', 'box', down(0.5, 0.5)],
    ['panning', 'pan', down(0.5, 0.5)],
  ] as const)('drops what was begun while %s', (_, tool, begin) => {
    expect(play(tool, begin, move(0.7, 0.7), { type: 'cancel' }, up(0.8, 0.8))).toMatchObject({ state: idleState });
    expect(play(tool, begin, { type: 'cancel' }, up(0.8, 0.8)).effects).toEqual([]);
  });
});
