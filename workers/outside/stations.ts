import type { WorkerCapabilities } from '@/lib/core/round/capabilities';
import { probeRay } from '../ray/probe-ray';
import type { RaySettings } from '../ray/ray-settings';
import type { RunningWorkers } from '../run-workers';
import { probeCapabilities } from './probe';
import { findTrainerCommand } from './settings';

interface Options {
  /** Null where this worker knows of no cluster. */
  readonly ray: RaySettings | null;
  readonly openCards: (cards: number) => Promise<RunningWorkers>;
  readonly openRay: () => Promise<RunningWorkers>;
}

/** What takes jobs in this process: the cards of the machine, and a Ray cluster. */
export interface Stations {
  /** Looks at machine and cluster, opens what can run and rests what cannot. */
  readonly look: () => Promise<WorkerCapabilities>;
  readonly stop: (graceMs: number) => Promise<void>;
}

/** A worker that is there for a cluster alone lacks no trainer. */
const isForRayAlone = (ray: RaySettings | null): boolean => ray !== null && findTrainerCommand() === null;

export function createStations({ ray, openCards, openRay }: Options): Stations {
  let cards: RunningWorkers | null = null;
  let cluster: RunningWorkers | null = null;
  let machine: WorkerCapabilities | null = null;

  return {
    look: async () => {
      // A trainer that started once is not started again just to see.
      machine = cards && machine ? machine : await probeCapabilities();
      if (!cards && machine.engines.length > 0) cards = await openCards(machine.cards?.length ?? 0);
      const problems = isForRayAlone(ray) ? [] : (machine.problems ?? []);
      if (!ray) return { ...machine, problems };
      const seen = await probeRay(ray);
      if (cluster) await cluster.rest(seen.problem !== null);
      else if (seen.problem === null) cluster = await openRay();
      return { ...machine, problems, engines: [...machine.engines, ...(seen.problem === null ? ['ray'] : [])], ray: seen };
    },
    stop: async (graceMs) => {
      await Promise.all([cards?.stop(graceMs), cluster?.stop(graceMs)]);
    },
  };
}
