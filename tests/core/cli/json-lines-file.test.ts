import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RawLine } from '@/lib/core/scoring';
import { openJsonLinesFile } from '@/scripts/cli/scoring/json-lines-file';
import { openLineIndex } from '@/scripts/cli/scoring/line-index';
import { UnusableInput } from '@/scripts/cli/unusable-input';

let folder: string;
let made = 0;
const fresh = (): string => path.join(folder, `${made++}`);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hf-lines-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The lines of a file with this content, and each of them read again. */
async function linesOf(content: Uint8Array, longest?: number): Promise<{ readonly lines: RawLine[]; readonly again: string[] }> {
  const name = fresh();
  await writeFile(name, content);
  const file = await openJsonLinesFile(name, fresh(), longest);
  const lines: RawLine[] = [];
  for await (const line of file.lines()) lines.push(line);
  const again = lines.filter(({ text }) => text !== null).map(({ place }) => file.read(place));
  await file.close();
  return { lines, again };
}

const textsOf = (lines: readonly RawLine[]): (string | null)[] => lines.map(({ text }) => text);

describe('a file of JSON lines', () => {
  it('ends lines at "\\n" alone, and needs none at its end', async () => {
    const { lines } = await linesOf(Buffer.from('a\r\n\nb\rc\u2028d\u0085e\nf'));
    expect(textsOf(lines)).toEqual(['a\r', '', 'b\rc\u2028d\u0085e', 'f']);
    expect(lines.map(({ place }) => place.line)).toEqual([1, 2, 3, 4]);
    expect(textsOf((await linesOf(Buffer.from('a\n'))).lines)).toEqual(['a']);
    expect((await linesOf(Buffer.from(''))).lines).toEqual([]);
  });

  it('gives every line twice the same, wherever the chunks that are read end', async () => {
    const size = 256 * 1024;
    const text = fc.constantFrom('', 'é', '😀', 'x'.repeat(100), 'y'.repeat(size - 3), 'z'.repeat(size), 'w'.repeat(2 * size + 1));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 8 }), async (texts) => {
        const { lines, again } = await linesOf(Buffer.from(texts.map((one) => `${one}\n`).join('')));
        expect(textsOf(lines)).toEqual(texts);
        expect(again).toEqual(texts);
      }),
      { numRuns: 40 },
    );
  });

  it('passes over a line longer than is held, and goes on behind it', async () => {
    const { lines, again } = await linesOf(Buffer.from(`ab\n${'x'.repeat(20)}\n${'y'.repeat(21)}\ncd\n${'z'.repeat(300_000)}`), 20);
    expect(textsOf(lines)).toEqual(['ab', 'x'.repeat(20), null, 'cd', null]);
    expect(lines.map(({ place }) => place.offset)).toEqual([0, 3, 24, 46, 49]);
    expect(again).toEqual(['ab', 'x'.repeat(20), 'cd']);
  });

  it('refuses what cannot be read, and folders', async () => {
    await expect(openJsonLinesFile(path.join(folder, 'none'), fresh())).rejects.toThrow(UnusableInput);
    await expect(openJsonLinesFile(folder, fresh())).rejects.toThrow(UnusableInput);
  });
});

describe('the index of ids', () => {
  it('finds every id that it keeps, written or still waiting, and tells lone surrogates apart', async () => {
    const index = await openLineIndex(fresh());
    const ids = ['', '\ud83d', '\ude00', '\ufffd', ...Array.from({ length: 2500 }, (_, place) => `id ${place}`)];
    for (const [place, id] of ids.entries()) await index.keep(id, { line: place + 1, offset: place * 2 ** 33, length: place });
    for (const [place, id] of ids.entries())
      expect(index.find(id)).toEqual({ line: place + 1, offset: place * 2 ** 33, length: place });
    expect(index.find('id 2500')).toBeUndefined();
    await index.close();
  });
});
