import { toKeepable } from '@/lib/core/record/keepable-text';
import { parseJson } from '@/lib/core/record/parse-json';
import { describeBytes } from '@/lib/core/round/describe-bytes';
import type { PreflightFinding } from '@/lib/core/round/outside-events';
import { type RoundEvent, roundEventSchema } from '@/lib/core/round/events';
import type { Journal } from '../rounds/journal';
import type { EngineEvent } from '../engines/engine';
import type { TrainerListeners } from './spawn-trainer';

/** What an attempt's lines came to so far. */
export interface HeardEvents {
  step: number;
  plannedSteps: number | null;
  /** Training has begun: its data are prepared. */
  isTraining: boolean;
  failedReason: string | null;
  findings: readonly PreflightFinding[];
}

/** What the round keeps of an event; a checkpoint is told when it is home, `finished` when all is evaluated. */
function toJournal(event: RoundEvent): EngineEvent | null {
  const { at: _at, ...rest } = event;
  switch (event.type) {
    case 'checkpoint': {
      const size = event.bytes === undefined ? '' : `, ${describeBytes(event.bytes)}`;
      return { type: 'log', level: 'info', message: `Checkpoint of step ${event.step} written on the GPU worker${size}.` };
    }
    case 'finished':
    case 'failed':
    case 'prediction':
      return null;
    default:
      return rest as EngineEvent;
  }
}

/**
 * Reads a trainer's event lines into the journal. A line that is no
 * event is counted, never quoted: it may hold what a document says.
 */
export function createLineReader(journal: Pick<Journal, 'add'>): { readonly heard: HeardEvents; readonly read: TrainerListeners['onLine'] } {
  const heard: HeardEvents = { step: 0, plannedSteps: null, isTraining: false, failedReason: null, findings: [] };
  let isComplained = false;

  function note(event: RoundEvent): void {
    if (event.type === 'started') {
      heard.plannedSteps = event.plannedSteps;
      heard.step = event.resumedFrom ?? 0;
    } else if (event.type === 'metrics' || event.type === 'stopped') {
      heard.step = event.step;
      heard.isTraining = true;
    } else if (event.type === 'progress' && event.phase !== 'preparing') heard.isTraining = true;
    else if (event.type === 'preflight') heard.findings = event.findings;
    else if (event.type === 'failed') heard.failedReason = event.reason;
  }

  return {
    heard,
    read: (line, use = 'all') => {
      if (line.trim() === '') return;
      const json = parseJson(line);
      const parsed = json.ok ? roundEventSchema.safeParse(toKeepable(json.value)) : null;
      if (parsed?.success) {
        if (use !== 'journal') note(parsed.data);
        const kept = use === 'judgement' ? null : toJournal(parsed.data);
        if (kept) journal.add(kept);
      } else if (!isComplained && use !== 'judgement') {
        isComplained = true;
        const where = parsed?.error?.issues[0]?.path.join('.') ?? 'not JSON';
        journal.add({ type: 'log', level: 'warning', message: `The trainer wrote a line that is no event (${where}); such lines are left out.` });
      }
    },
  };
}
