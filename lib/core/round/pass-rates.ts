import { downsample } from './downsample';

interface Earned {
  readonly documentId: string;
  readonly step: number;
  /** Share of the reward, 0–1. */
  readonly share: number;
  readonly isZeroVariance: boolean;
}

export interface PassRate {
  readonly documentId: string;
  /** Steps at which its rollouts were kept. */
  readonly seen: number;
  /** Means of the first and the last quarter of its steps: one lucky step does not make the figure. */
  readonly first: number;
  readonly last: number;
  /** Share of its steps without a gradient. */
  readonly zeroVariance: number;
  readonly points: readonly { readonly step: number; readonly share: number }[];
}

const mostPoints = 60;

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** How each document came to be read over the steps, the hardest first. */
export function passRatesOf(earned: readonly Earned[]): PassRate[] {
  const byDocument = new Map<string, Earned[]>();
  for (const one of earned) byDocument.set(one.documentId, [...(byDocument.get(one.documentId) ?? []), one]);
  return [...byDocument]
    .map(([documentId, unordered]) => {
      const steps = unordered.toSorted((a, b) => a.step - b.step);
      const shares = steps.map(({ share }) => share);
      const width = Math.max(1, Math.floor(steps.length / 4));
      return {
        documentId,
        seen: steps.length,
        first: meanOf(shares.slice(0, width)),
        last: meanOf(shares.slice(-width)),
        zeroVariance: steps.filter(({ isZeroVariance }) => isZeroVariance).length / steps.length,
        points: downsample(steps.map(({ step, share }) => ({ step, share })), mostPoints),
      };
    })
    .sort((a, b) => a.last - b.last || (a.documentId < b.documentId ? -1 : 1));
}
