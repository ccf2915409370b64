import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { toPageBox, type PixelBox } from '@/lib/core/geometry/box';
import type { Word } from '@/lib/core/geometry/word';
import type { LabelledDocument } from '@/lib/core/policy/types';
import type { JsonObject } from '@/lib/core/record/json';

interface GivenLine {
  readonly text: string;
  readonly box: PixelBox;
}
interface GivenDocument {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly gold: JsonObject;
  readonly lines: readonly GivenLine[];
}

/**
 * Documents of a folder of `../shared/data`, words cut from the given lines by
 * proportional width; null where the folder is absent.
 */
export function readDocuments(folder: string): readonly LabelledDocument[] | null {
  const file = fileURLToPath(
    new URL(`../../../shared/data/${folder}/documents.jsonl`, import.meta.url),
  );
  if (!existsSync(file)) return null;
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => toDocument(JSON.parse(line) as GivenDocument));
}

function toDocument({ id, width, height, gold, lines }: GivenDocument): LabelledDocument {
  const words = lines.flatMap((line, number) => wordsOf(line, number, { width, height }));
  return { id, gold, pages: [{ page: 0, width, height, words }] };
}

function wordsOf(line: GivenLine, number: number, size: { width: number; height: number }): Word[] {
  const [x0, y0, x1, y1] = line.box;
  const perCharacter = (x1 - x0) / Math.max(1, line.text.length);
  return [...line.text.matchAll(/\S+/gu)].map((match) => {
    const left = x0 + perCharacter * match.index;
    const right = left + perCharacter * match[0].length;
    return {
      text: match[0],
      box: toPageBox([left, y0, right, y1] as PixelBox, size),
      confidence: 1,
      line: number,
    };
  });
}
