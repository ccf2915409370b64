import { describe, expect, it } from 'vitest';
import type { PageBox } from '@/lib/core/geometry/box';
import { pagePoint, screenPoint } from '@/lib/core/geometry/viewport';
import { createWordIndex } from '@/lib/core/geometry/word-index';
import { countClicks } from '@/lib/core/tools/count-clicks';
import { cueAt } from '@/lib/core/tools/cursor';
import { stepTool } from '@/lib/core/tools/step-tool';
import { idleState, type CanvasTool, type ToolContext, type ToolEffect, type ToolEvent, type ToolState } from '@/lib/core/tools/types';

const box = (...sides: readonly [number, number, number, number]): PageBox => sides as unknown as PageBox;
/** Two lines: "Name Ann Lee" at 0.1, "Age 41 years" at 0.2. */
const words = createWordIndex(
  ['Name', 'Ann', 'Lee', 'Age', '41', 'years'].map((text, at) => {
    const [column, line] = [at % 3, Math.floor(at / 3)];
    return { text, line, confidence: 1, box: box(0.1 + column * 0.2, 0.1 + line * 0.1, 0.2 + column * 0.2, 0.15 + line * 0.1) };
  }),
);
/** 1,000 CSS pixels to the page. */
const view = { page: { width: 1000, height: 1000 }, viewport: { scale: 1, x: 0, y: 0, turns: 0 } } as const;
const base: ToolContext = { tool: 'select', words, view, boxes: [], chosen: [] };

const at = (x: number, y: number) => ({ page: pagePoint(x, y), screen: screenPoint(x * 1000, y * 1000) });
const down = (x: number, y: number, more: Partial<Extract<ToolEvent, { type: 'down' }>> = {}): ToolEvent => ({
  type: 'down', ...at(x, y), button: 'primary', clicks: 1, space: false, shift: false, alt: false, extend: false, ...more,
});
const move = (x: number, y: number): ToolEvent => ({ type: 'move', ...at(x, y) });
const up = (x: number, y: number): ToolEvent => ({ type: 'up', ...at(x, y) });

function play(context: Partial<ToolContext>, ...events: readonly ToolEvent[]) {
  let state: ToolState = idleState;
  const effects: ToolEffect[] = [];
  for (const event of events) {
    const step = stepTool(state, event, { ...base, ...context });
    state = step.state;
    effects.push(...step.effects);
  }
  return { state, effects };
}
const select = { tool: 'select' } as const;
const rounded = (effects: readonly ToolEffect[]): unknown => JSON.parse(JSON.stringify(effects, (_, value: unknown) => (typeof value === 'number' ? Math.round(value * 1000) / 1000 : value)));

describe('the select tool', () => {
  it('takes the word that was clicked', () => {
    expect(play(select, down(0.35, 0.12), up(0.35, 0.12)).effects).toEqual([{ kind: 'take-words', words: [1], mode: 'fill' }]);
  });

  it('takes the words that were dragged over, across lines in reading order, from either end', () => {
    const taken = [{ kind: 'take-words', words: [1, 2, 3], mode: 'fill' }];
    expect(play(select, down(0.35, 0.12), move(0.3, 0.15), move(0.12, 0.22), up(0.12, 0.22)).effects).toEqual(taken);
    expect(play(select, down(0.12, 0.22), move(0.35, 0.12), up(0.35, 0.12)).effects).toEqual(taken);
  });

  it('takes to the end of a line where the pointer is beside it, as in a text editor', () => {
    expect(play(select, down(0.35, 0.12), move(0.9, 0.13), up(0.9, 0.13)).effects).toMatchObject([{ words: [1, 2] }]);
    expect(play(select, down(0.35, 0.12), move(0.9, 0.9), up(0.9, 0.9)).effects).toMatchObject([{ words: [1, 2, 3, 4, 5] }]);
  });

  it('takes the words in a box that begins on empty ground, or on a word with Shift', () => {
    const firstTwo = [{ kind: 'take-words', words: [0, 1], mode: 'fill' }];
    expect(play(select, down(0.05, 0.05), move(0.4, 0.18), up(0.45, 0.18)).effects).toEqual(firstTwo);
    expect(play(select, down(0.11, 0.11, { shift: true }), up(0.24, 0.3)).effects).toEqual([{ kind: 'take-words', words: [0, 3], mode: 'fill' }]);
  });

  it('takes the line by a double click, in place of the word of its first click, and lines by a drag after it', () => {
    expect(play(select, down(0.35, 0.12, { clicks: 2 }), up(0.35, 0.12)).effects).toEqual([{ kind: 'take-words', words: [0, 1, 2], mode: 'refill' }]);
    expect(play(select, down(0.35, 0.12, { clicks: 2 }), move(0.35, 0.22), up(0.35, 0.22)).effects).toMatchObject([{ words: [0, 1, 2, 3, 4, 5] }]);
  });

  it('does nothing on a click on empty ground', () => {
    expect(play(select, down(0.8, 0.8), up(0.801, 0.8))).toEqual({ state: idleState, effects: [] });
  });

  it('says when the words are to be added to the field', () => {
    expect(play(select, down(0.35, 0.12, { extend: true }), up(0.35, 0.12)).effects).toMatchObject([{ mode: 'add' }]);
  });
});

describe('a second press', () => {
  it('is a double click only soon and near', () => {
    const first = countClicks(null, 1000, screenPoint(5, 5));
    expect(first.clicks).toBe(1);
    expect(countClicks(first, 1300, screenPoint(6, 5)).clicks).toBe(2);
    expect(countClicks(first, 1500, screenPoint(5, 5)).clicks).toBe(1);
    expect(countClicks(first, 1100, screenPoint(15, 5)).clicks).toBe(1);
  });
});

describe('the box tool', () => {
  it('takes the box as it was drawn, and says which words lie in it', () => {
    expect(play({ tool: 'box' }, down(0.5, 0.6), move(0.4, 0.4), up(0.1, 0.05)).effects).toEqual([
      { kind: 'take-box', box: [0.1, 0.05, 0.5, 0.6], words: [0, 1, 3, 4], mode: 'fill', read: false },
    ]);
  });

  it('asks for reading with Alt, and adds with Ctrl', () => {
    expect(play({ tool: 'box' }, down(0.5, 0.6, { alt: true, extend: true }), up(0.1, 0.1)).effects).toMatchObject([{ mode: 'add', read: true }]);
  });

  it('ignores a drag of less than four pixels', () => {
    expect(play({ tool: 'box' }, down(0.5, 0.5), up(0.503, 0.5)).effects).toEqual([]);
  });
});

describe('the boxes of the field in focus', () => {
  const boxes = [{ at: 0, box: box(0.5, 0.5, 0.7, 0.6) }, { at: 2, box: box(0.3, 0.1, 0.4, 0.15) }];

  it('are chosen by a click on them; on a word the word goes first, unless with the box tool or Alt', () => {
    const choose = [{ kind: 'choose-boxes', chosen: [0] }];
    expect(play({ boxes }, down(0.6, 0.55), up(0.6, 0.55)).effects).toEqual(choose);
    expect(play({ boxes }, down(0.35, 0.12), up(0.35, 0.12)).effects).toMatchObject([{ kind: 'take-words', words: [1] }]);
    expect(play({ boxes }, down(0.35, 0.12, { alt: true }), up(0.35, 0.12)).effects).toEqual([{ kind: 'choose-boxes', chosen: [2] }]);
    expect(play({ boxes, tool: 'box' }, down(0.35, 0.12), up(0.35, 0.12)).effects).toEqual([{ kind: 'choose-boxes', chosen: [2] }]);
  });

  it('are chosen several at a time with Shift or Ctrl, and let go by a click on empty ground', () => {
    expect(play({ boxes, chosen: [2] }, down(0.6, 0.55, { shift: true })).effects).toEqual([{ kind: 'choose-boxes', chosen: [2, 0] }]);
    expect(play({ boxes, chosen: [2, 0] }, down(0.6, 0.55, { extend: true })).effects).toEqual([{ kind: 'choose-boxes', chosen: [2] }]);
    expect(play({ boxes, chosen: [0] }, down(0.9, 0.9), up(0.9, 0.9)).effects).toEqual([{ kind: 'choose-boxes', chosen: [] }]);
  });

  it('are grabbed beside their edge by the select tool, where the box tool begins another', () => {
    expect(play({ boxes }, down(0.704, 0.55), up(0.704, 0.55)).effects).toEqual([{ kind: 'choose-boxes', chosen: [0] }]);
    expect(play({ boxes, tool: 'box' }, down(0.704, 0.55), up(0.8, 0.6)).effects).toMatchObject([{ kind: 'take-box' }]);
  });

  it('let a click into a chosen one through to the word', () => {
    expect(play({ boxes, chosen: [2] }, down(0.35, 0.12), up(0.35, 0.12)).effects).toMatchObject([{ kind: 'take-words', words: [1] }]);
  });

  it('move with the pointer, all that are chosen together, as one change', () => {
    const alone = play({ boxes }, down(0.6, 0.55), move(0.65, 0.6), up(0.7, 0.65));
    expect(rounded(alone.effects)).toEqual([
      { kind: 'choose-boxes', chosen: [0] },
      { kind: 'change-boxes', boxes: [{ at: 0, box: [0.6, 0.6, 0.8, 0.7] }] },
    ]);
    const both = play({ boxes, chosen: [0, 2] }, down(0.6, 0.55), up(0.7, 0.55));
    expect(rounded(both.effects.slice(1))).toEqual([
      { kind: 'change-boxes', boxes: [{ at: 0, box: [0.6, 0.5, 0.8, 0.6] }, { at: 2, box: [0.4, 0.1, 0.5, 0.15] }] },
    ]);
  });

  it('are resized by a handle of the one that is chosen', () => {
    const { effects } = play({ boxes, chosen: [0] }, down(0.7, 0.6), move(0.75, 0.7), up(0.8, 0.7));
    expect(rounded(effects)).toEqual([{ kind: 'change-boxes', boxes: [{ at: 0, box: [0.5, 0.5, 0.8, 0.7] }] }]);
    expect(play({ boxes, chosen: [0] }, down(0.7, 0.6), up(0.7, 0.6)).effects).toEqual([]);
  });

  it('say by the cursor what a press would do', () => {
    expect(cueAt({ ...base, boxes, chosen: [0] }, screenPoint(700, 600))).toEqual({ kind: 'handle', cursor: 'nwse' });
    expect(cueAt({ ...base, boxes, chosen: [0] }, screenPoint(700, 550))).toEqual({ kind: 'handle', cursor: 'ew' });
    expect(cueAt({ ...base, boxes }, screenPoint(600, 550))).toEqual({ kind: 'box' });
    expect(cueAt({ ...base, boxes }, screenPoint(350, 120))).toEqual({ kind: 'word', word: 1 });
    expect(cueAt({ ...base, boxes, tool: 'pan' }, screenPoint(350, 120))).toEqual({ kind: 'none' });
  });
});

describe('panning', () => {
  it.each([
    ['the hand tool', 'pan', {}],
    ['the space bar', 'select', { space: true }],
    ['the middle button', 'box', { button: 'middle' }],
  ] as const)('begins with %s and follows the pointer', (_, tool, more) => {
    const { effects } = play({ tool }, down(0.5, 0.5, more), move(0.6, 0.4), move(0.6, 0.3), up(0.6, 0.3));
    expect(effects.map((effect) => effect.kind === 'pan' && [Math.round(effect.dx), Math.round(effect.dy)])).toEqual([[100, -100], [0, -100]]);
  });
});

describe('Esc', () => {
  const boxes = [{ at: 0, box: box(0.5, 0.5, 0.7, 0.6) }];
  const beginnings: readonly (readonly [string, CanvasTool, readonly number[], ToolEvent, ToolState['kind']])[] = [
    ['selecting words', 'select', [], down(0.35, 0.12), 'selecting-words'],
    ['drawing a box', 'box', [], down(0.9, 0.9), 'drawing-box'],
    ['panning', 'pan', [], down(0.5, 0.5), 'panning'],
    ['moving a box', 'select', [], down(0.6, 0.55), 'moving-boxes'],
    ['resizing a box', 'select', [0], down(0.7, 0.6), 'resizing-box'],
  ];
  it.each(beginnings)('drops what was begun while %s', (_, tool, chosen, begin, kind) => {
    expect(play({ tool, boxes, chosen }, begin, move(0.72, 0.72)).state.kind).toBe(kind);
    expect(play({ tool, boxes, chosen }, begin, move(0.72, 0.72), { type: 'cancel' }).state).toEqual(idleState);
    const { effects } = play({ tool, boxes, chosen }, begin, { type: 'cancel' }, up(0.8, 0.8));
    expect(effects).toEqual([]);
  });
});
