import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { paperColors } from '@/components/canvas/paper-colors';
import { teal } from '@/components/ui/theme';

const css = readFileSync('components/ui/global.css', 'utf8');

/** The colours that a rule of global.css sets; the accent's own are looked up. */
function colorsOf(rule: string): Readonly<Record<string, string>> {
  const body = css.slice(css.indexOf(rule)).split('}', 1)[0] ?? '';
  return Object.fromEntries(
    [...body.matchAll(/--hf-(\w+): (?:(#[0-9a-f]{6})|var\(--mantine-color-teal-(\d)\));/g)].map(([, name, hex, shade]) => [name, hex ?? teal[Number(shade)]]),
  );
}
const light = colorsOf(':root,\n.hf-on-paper {');
const dark = colorsOf(":root[data-mantine-color-scheme='dark'] {");

/** WCAG 2.2: relative luminance, and the contrast of two colours. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const meanings = ['right', 'near', 'wrong', 'row', 'missing', 'invented', 'focus', 'muted'];

describe('colours that mean something', () => {
  it.each([['light', light], ['dark', dark]] as const)('can be read as text on every ground of the %s scheme', (_name, colors) => {
    for (const meaning of meanings) {
      for (const ground of ['surface', 'page']) {
        expect(contrast(colors[meaning] ?? '', colors[ground] ?? ''), `${meaning} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  it('are set by both schemes alike', () => {
    expect(Object.keys(dark)).toEqual(Object.keys(light));
  });
});

describe('colours on the page image', () => {
  it('show the field in focus in the colour of the light scheme', () => {
    expect(paperColors.focus).toBe(light['focus']);
    for (const made of [paperColors.focusFill, paperColors.hover, paperColors.selection]) expect(made.slice(0, 7)).toBe(light['focus']);
  });

  it('can be told from paper: 3 to 1 for every line that carries a meaning', () => {
    for (const line of [paperColors.focus, paperColors.person, paperColors.suggested]) {
      expect(contrast(line, paperColors.paper)).toBeGreaterThanOrEqual(3);
    }
  });
});
