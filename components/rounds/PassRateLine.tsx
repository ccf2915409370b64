import type { PassRate } from '@/lib/core/round/pass-rates';

const width = 160;
const height = 22;

/** The share of the reward over the steps as a small line, 0 at the foot, all of it at the top; the figures stand beside it. */
export function PassRateLine({ points }: { readonly points: PassRate['points'] }) {
  const [first, last] = [points[0]?.step ?? 0, points.at(-1)?.step ?? 0];
  const x = (step: number): number => (last === first ? width / 2 : ((step - first) / (last - first)) * (width - 4) + 2);
  const y = (share: number): number => height - 2 - share * (height - 4);
  return (
    <svg width={width} height={height} aria-hidden>
      <line x1={0} x2={width} y1={height - 1} y2={height - 1} stroke="var(--mantine-color-default-border)" />
      <polyline
        fill="none"
        stroke="var(--mantine-primary-color-filled)"
        strokeWidth={1.5}
        points={points.map(({ step, share }) => `${x(step).toFixed(1)},${y(share).toFixed(1)}`).join(' ')}
      />
      {points.length === 1 && <circle cx={x(first)} cy={y(points[0]?.share ?? 0)} r={2} fill="var(--mantine-primary-color-filled)" />}
    </svg>
  );
}
