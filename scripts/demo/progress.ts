/** "━━━━━──── 120/260 · 1.2 pages/s · 2 min left": one line that a task shows while it runs. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Further figures, each in words. */
  readonly figures?: readonly string[];
}

const barLength = 28;

export function formatDuration(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  return `${Math.round(seconds / 60)} min`;
}

export function formatProgress({ done, total, figures = [] }: Progress): string {
  const filled = total === 0 ? 0 : Math.round((barLength * Math.min(done, total)) / total);
  const bar = '━'.repeat(filled) + '─'.repeat(barLength - filled);
  return [`${bar} ${done}/${total}`, ...figures].join(' · ');
}

/** Things a second since `startedMs`, and the time left at that rate. */
export function formatRate(done: number, total: number, elapsedMs: number, unit: string): readonly string[] {
  const perSecond = done / Math.max(0.001, elapsedMs / 1000);
  if (done === 0) return [];
  return [`${perSecond.toFixed(perSecond < 10 ? 1 : 0)} ${unit}/s`, `${formatDuration((total - done) / perSecond)} left`];
}

const plainEveryMs = 5_000;

/**
 * Shows progress on a terminal as it comes. Where the output is a file or a CI
 * log, a line every five seconds is enough.
 */
export function showProgress(show: (line: string) => void): (progress: Progress) => void {
  let shownAtMs = 0;
  return (progress) => {
    const nowMs = Date.now();
    if (!process.stdout.isTTY && nowMs - shownAtMs < plainEveryMs) return;
    shownAtMs = nowMs;
    show(formatProgress(progress));
  };
}
