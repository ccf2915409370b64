import type { Random } from '@/lib/core/random';
import { chance, pickSome } from '../chance';
import { fill } from '../fill';

/** Something abnormal: how it is described, named and dealt with. Slots as in `fill`. */
export interface Lesion {
  readonly finding: string;
  readonly diagnosis: string;
  readonly advice?: string;
}

/** One examination of one body site with what can be said about it. */
export interface Study {
  readonly name: string;
  readonly site: string;
  /** Sentences of a normal report, top to bottom. */
  readonly normal: readonly string[];
  readonly nothing: string;
  readonly lesions: readonly Lesion[];
}

export interface StudyText {
  readonly description: string;
  readonly diagnosis: string;
  readonly advice?: string;
}

/** Findings, diagnosis and advice of one study: 0–2 lesions, then 2–3 normal sentences. */
export function describe(random: Random, study: Study): StudyText {
  const count = chance(random, 0.18) ? 0 : chance(random, 0.35) ? 2 : 1;
  const lesions = pickSome(random, study.lesions, count).map((lesion) => {
    const known = new Map<string, string>();
    return {
      finding: fill(random, lesion.finding, known),
      diagnosis: fill(random, lesion.diagnosis, known),
      advice: lesion.advice && fill(random, lesion.advice, known),
    };
  });
  const normal = pickSome(random, study.normal, count === 0 ? 3 : 2 + random.int(2)).map((s) => fill(random, s, new Map()));
  const advice = lesions.map((l) => l.advice).find((a) => a !== undefined);
  return {
    description: [...lesions.map((l) => l.finding), ...normal].join(' '),
    diagnosis: lesions.length === 0 ? study.nothing : numbered(lesions.map((l) => l.diagnosis)),
    ...(advice ? { advice } : {}),
  };
}

/** "1. One. 2. Two." where there are several; the bare text where there is one. */
export function numbered(items: readonly string[]): string {
  return items.length === 1 ? `${items[0]}.` : items.map((item, i) => `${i + 1}. ${item}.`).join(' ');
}
