import { isTerminal } from '@/lib/core/round/state-machine';
import type { Translate } from '@/messages/translate';
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

const number = (value: number): string => value.toLocaleString('en');

function roundStation(t: Translate<'home.stations'>, states: Translate<'rounds.states'>, { rounds, stations }: Overview): Omit<Station, 'isNext' | 'href' | 'name'> {
  const [latest] = rounds;
  if (!latest) return { value: '—', detail: t('noRoundYet'), action: stations.gold > 0 ? t('startRound') : null };
  const isRunning = !isTerminal(latest.state);
  const state = states(latest.state);
  return {
    value: t('round', { number: latest.number }),
    detail: isRunning && latest.plannedSteps ? t('stateAtStep', { state, step: latest.step, plannedSteps: latest.plannedSteps }) : state,
    action: isRunning ? t('watch') : t('startNext'),
  };
}

function promotedStation(t: Translate<'home.stations'>, { project, learningCurve }: Overview): Omit<Station, 'isNext' | 'href' | 'name'> {
  const promoted = learningCurve.find(({ checkpointId }) => checkpointId === project.promotedCheckpointId);
  if (!promoted && project.promotedCheckpointId !== null) return { value: '—', detail: t('notEvaluatedOnTest'), action: null };
  if (learningCurve.length === 0) return { value: '—', detail: t('noCheckpointYet'), action: null };
  if (!promoted) return { value: t('none'), detail: t('toChooseFrom', { count: learningCurve.length }), action: t('promoteOne') };
  const f1 = percentWithInterval({ value: promoted.f1, low: promoted.low, high: promoted.high });
  return { value: t('f1', { f1 }), detail: t('checkpointOnTest', { number: promoted.number }), action: null };
}

/** The loop from left to right; the first station with work left is the next one. */
export function describeStations(t: Translate<'home.stations'>, states: Translate<'rounds.states'>, overview: Overview, projectId: string): readonly Station[] {
  const { stations } = overview;
  const labelled = stations.gold + stations.inReview;
  const left = Math.max(0, stations.picked - labelled - stations.skipped);
  const href = (path: string): string => `/p/${projectId}/${path}`;
  const rows = [
    {
      name: t('imported'), value: number(stations.imported), detail: t('documents'), href: href('documents'),
      action: stations.imported === 0 ? t('importDocuments') : null,
    },
    {
      name: t('read'), value: number(stations.read),
      detail: stations.failed > 0 ? t('failed', { failed: stations.failed }) : t('of', { imported: number(stations.imported) }),
      href: href('documents?state=waiting'),
      action: stations.read < stations.imported - stations.failed ? t('reading') : null,
    },
    {
      name: t('picked'), value: number(stations.picked), detail: t('forLabelling'), href: href('select'),
      action: stations.read > 0 && stations.picked === 0 ? t('pickDocuments') : null,
    },
    {
      name: t('labelled'), value: number(labelled),
      detail: stations.inReview > 0 ? t('inReview', { inReview: stations.inReview }) : t('ofPicked', { picked: number(stations.picked) }),
      href: stations.inReview > 0 && left === 0 ? href('review') : href('label'),
      action: left > 0 ? t('leftToLabel', { left }) : stations.inReview > 0 ? t('review') : null,
    },
    { name: t('training'), href: overview.rounds[0] ? href(`rounds/${overview.rounds[0].id}`) : href('rounds'), ...roundStation(t, states, overview) },
    { name: t('promoted'), href: href('compare'), ...promotedStation(t, overview) },
  ];
  // A further round is always possible: it is the next step only where nothing else is.
  const isOptional = (action: string | null): boolean => action === t('startNext');
  const needed = rows.findIndex(({ action }) => action !== null && !isOptional(action));
  const next = needed >= 0 ? needed : rows.findIndex(({ action }) => isOptional(action));
  return rows.map((row, index) => ({ ...row, isNext: index === next }));
}
