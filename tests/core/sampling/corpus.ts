import type { PageWords } from '@/lib/core/geometry/word';
import { createRandom } from '@/lib/core/random';
import { documentFeatures, type SelectionCandidate } from '@/lib/core/sampling';

/** One page with the given lines, words of equal width from the left edge. */
export function pageOf(lines: readonly string[]): PageWords {
  const words = lines.flatMap((line, row) =>
    line.split(' ').map((text, column) => ({
      text,
      box: [0.08 * column, 0.02 * row, 0.08 * column + 0.07, 0.02 * row + 0.015] as const,
      confidence: 1,
      line: row,
    })),
  );
  return { page: 0, width: 1000, height: 1400, words };
}

const subjects = ['blood', 'urine', 'stool', 'pathology', 'ultrasound', 'endoscopy'];
const syllables = ['ka', 'ro', 'mi', 'ten', 'sul', 'pha', 'ver', 'lo', 'gin', 'dex'];

export interface CorpusOptions {
  readonly size: number;
  readonly seed: number;
  /** Documents a patient has; none where 0. */
  readonly perGroup?: number;
}

/** Made-up reports of six kinds, uneven in number, each with words of its own. */
export function makeCorpus({ size, seed, perGroup = 0 }: CorpusOptions): SelectionCandidate[] {
  const random = createRandom(seed);
  const word = (): string => random.pick(syllables) + random.pick(syllables) + random.pick(syllables);
  const forms = subjects.map((subject) =>
    Array.from({ length: 12 }, (_, row) => `${subject} ${word()} ${word()} ${row}`),
  );
  return Array.from({ length: size }, (_, index) => {
    const kind = Math.min(random.int(subjects.length), random.int(subjects.length));
    const form = random.shuffle(forms[kind] ?? []).slice(0, 6);
    const own = Array.from({ length: 5 }, () => `${word()} ${word()} ${random.int(1000)}`);
    const thumbnail = Uint8Array.from({ length: 256 }, () => 180 + kind * 5 + random.int(40));
    return {
      id: `d${index}`,
      group: perGroup > 0 ? `p${Math.floor(index / perGroup)}` : null,
      features: documentFeatures({
        pages: [pageOf([...form, ...own])],
        image: { thumbnail },
        kind: subjects[kind] ?? null,
      }),
    };
  });
}
