import type { EngineEvent } from '../engines/engine';

type Progress = Extract<EngineEvent, { type: 'progress' }>;

/** Fills in the seconds left of a phase, by its speed in this attempt so far. */
export function createTimeLeft(now: () => number): (progress: Progress) => Progress {
  let phase: Progress['phase'] | null = null;
  let firstStep = 0;
  let startedAt = 0;
  return (progress) => {
    const { step, plannedSteps } = progress;
    if (progress.phase !== phase) {
      phase = progress.phase;
      firstStep = step;
      startedAt = now();
    }
    const done = step - firstStep;
    const perStep = (now() - startedAt) / 1000 / done;
    return { ...progress, secondsLeft: done > 0 ? perStep * (plannedSteps - step) : null };
  };
}
