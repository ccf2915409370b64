interface Props {
  /** 0–1, as are the ends of the interval. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A share and its interval on a line from 0 to 100 %. The figure beside it says the same. */
export function IntervalBar({ value, low, high }: Props) {
  const x = (share: number): string => `${(share * 100).toFixed(2)}%`;
  return (
    <svg width="100%" height="14" overflow="visible" aria-hidden>
      <line x1="0" x2="100%" y1="7" y2="7" stroke="var(--hf-line)" />
      <line x1={x(low)} x2={x(high)} y1="7" y2="7" stroke="var(--hf-focus)" strokeWidth="3" strokeOpacity="0.45" />
      <circle cx={x(value)} cy="7" r="4" fill="var(--hf-focus)" />
    </svg>
  );
}
