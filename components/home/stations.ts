import { isTerminal } from '@/lib/core/round/state-machine';
import { percentWithInterval } from '../ui/Figure';
import type { Overview } from './overview';

export interface Station {
  readonly name: string;
  readonly value: string;
  readonly detail: string;
  readonly href: string;
  /** The next thing to do here, where there is one. */
  readonly action: string | null;
  readonly isNext: boolean;
}

const nextRound = 'Start the next';

const number = (value: number): string => value.toLocaleString('en');

function roundStation({ rounds, stations }: Overview): Omit<Station, 'isNext' | 'href' | 'name'> {
  const [latest] = rounds;
  if (!latest) return { value: '—', detail: 'no round yet', action: stations.gold > 0 ? 'Start a round' : null };
  const isRunning = !isTerminal(latest.state);
  const steps = latest.plannedSteps ? `step ${latest.step}/${latest.plannedSteps}` : '';
  return {
    value: `round ${latest.number}`,
    detail: isRunning ? `${latest.state} ${steps}`.trim() : latest.state,
    action: isRunning ? 'Watch' : nextRound,
  };
}

function promotedStation({ project, learningCurve }: Overview): Omit<Station, 'isNext' | 'href' | 'name'> {
  const promoted = learningCurve.find(({ checkpointId }) => checkpointId === project.promotedCheckpointId);
  if (!promoted && project.promotedCheckpointId !== null) return { value: '—', detail: 'not evaluated on test', action: null };
  if (learningCurve.length === 0) return { value: '—', detail: 'no checkpoint yet', action: null };
  if (!promoted) return { value: 'none', detail: `${learningCurve.length} to choose from`, action: 'Promote one' };
  const f1 = percentWithInterval({ value: promoted.f1, low: promoted.low, high: promoted.high });
  return { value: `F1 ${f1}`, detail: `checkpoint ${promoted.number}, on test`, action: null };
}

/** The loop from left to right; the first station with work left is the next one. */
export function describeStations(overview: Overview, projectId: string): readonly Station[] {
  const { stations } = overview;
  const labelled = stations.gold + stations.inReview;
  const left = Math.max(0, stations.picked - labelled - stations.skipped);
  const href = (path: string): string => `/p/${projectId}/${path}`;
  const rows = [
    {
      name: 'Imported', value: number(stations.imported), detail: 'documents', href: href('documents'),
      action: stations.imported === 0 ? 'Import documents' : null,
    },
    {
      name: 'Read', value: number(stations.read),
      detail: stations.failed > 0 ? `${stations.failed} failed` : `of ${number(stations.imported)}`,
      href: href('documents?state=waiting'),
      action: stations.read < stations.imported - stations.failed ? 'Reading' : null,
    },
    {
      name: 'Picked', value: number(stations.picked), detail: 'for labelling', href: href('select'),
      action: stations.read > 0 && stations.picked === 0 ? 'Pick documents' : null,
    },
    {
      name: 'Labelled', value: number(labelled),
      detail: stations.inReview > 0 ? `${stations.inReview} in review` : `of ${number(stations.picked)}`,
      href: stations.inReview > 0 && left === 0 ? href('review') : href('label'),
      action: left > 0 ? `${left} left to label` : stations.inReview > 0 ? 'Review' : null,
    },
    { name: 'Training', href: overview.rounds[0] ? href(`rounds/${overview.rounds[0].id}`) : href('rounds'), ...roundStation(overview) },
    { name: 'Promoted', href: href('compare'), ...promotedStation(overview) },
  ];
  // A further round is always possible: it is the next step only where nothing else is.
  const isOptional = (action: string | null): boolean => action === nextRound;
  const needed = rows.findIndex(({ action }) => action !== null && !isOptional(action));
  const next = needed >= 0 ? needed : rows.findIndex(({ action }) => isOptional(action));
  return rows.map((row, index) => ({ ...row, isNext: index === next }));
}
