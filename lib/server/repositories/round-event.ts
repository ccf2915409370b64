import { z } from 'zod';
import type { RoundEvent, RoundEventType } from '@/lib/core/round/events';
import { type DbTransaction, db } from '../db/client';

/** Appends an attempt's events in their order. */
export async function insertRoundEvents(
  tx: DbTransaction,
  roundId: string,
  attempt: number,
  events: readonly RoundEvent[],
): Promise<void> {
  if (events.length === 0) return;
  await tx.roundEvent.createMany({
    data: events.map((event) => ({
      roundId,
      attempt,
      type: event.type,
      step: 'step' in event ? event.step : null,
      payload: event,
      createdAt: new Date(event.at),
    })),
  });
}

interface EventQuery {
  readonly types: readonly RoundEventType[];
  /** Only events after this one. */
  readonly after?: bigint | undefined;
  readonly take: number;
}

/** Events of a round, oldest first. Rollouts hold completions: ask for them by type. */
export function findRoundEvents(roundId: string, { types, after, take }: EventQuery) {
  return db().roundEvent.findMany({
    where: { roundId, type: { in: [...types] }, ...(after === undefined ? {} : { id: { gt: after } }) },
    orderBy: { id: 'asc' },
    take,
    select: { id: true, type: true, step: true, attempt: true, payload: true },
  });
}
export type RoundEventRow = Awaited<ReturnType<typeof findRoundEvents>>[number];

/** The newest progress event of each of the rounds. */
export function findLatestProgress(roundIds: readonly string[]) {
  return db().roundEvent.findMany({
    where: { roundId: { in: [...roundIds] }, type: 'progress' },
    orderBy: [{ roundId: 'asc' }, { id: 'desc' }],
    distinct: ['roundId'],
    select: { roundId: true, payload: true },
  });
}

/** What the newest pre-flight said; null where there was none. */
export async function findLatestPreflight(roundId: string): Promise<unknown> {
  const row = await db().roundEvent.findFirst({ where: { roundId, type: 'preflight' }, orderBy: { id: 'desc' }, select: { payload: true } });
  return row?.payload ?? null;
}

/** Steps at which rollouts were kept, newest first. */
export async function findRolloutSteps(roundId: string): Promise<number[]> {
  const rows = await db().roundEvent.findMany({
    where: { roundId, type: 'rollout', step: { not: null } },
    distinct: ['step'],
    orderBy: { step: 'desc' },
    select: { step: true },
  });
  return rows.flatMap(({ step }) => step ?? []);
}

interface RolloutQuery {
  /** Null for all steps. */
  readonly step: number | null;
  readonly documentId: string | undefined;
  readonly take: number;
}

/** Kept rollouts, newest first. */
export function findRollouts(roundId: string, { step, documentId, take }: RolloutQuery) {
  return db().roundEvent.findMany({
    where: {
      roundId,
      type: 'rollout',
      ...(step === null ? {} : { step }),
      ...(documentId === undefined ? {} : { payload: { path: ['documentId'], equals: documentId } }),
    },
    orderBy: { id: 'desc' },
    take,
    select: { id: true, step: true, attempt: true, payload: true },
  });
}

export interface RolloutReward {
  readonly documentId: string;
  readonly step: number;
  /** Mean share of the reward that its rollouts earned at that step, 0–1. */
  readonly share: number;
  readonly isZeroVariance: boolean;
}

/** What each document's rollouts earned, step by step; a step that was done again as it came out last. No completion is read. */
export function findRolloutRewards(roundId: string): Promise<RolloutReward[]> {
  return db().$queryRaw<RolloutReward[]>`
    with kept as (
      select payload, step, attempt, max(attempt) over (partition by step) as newest
      from "RoundEvent" where "roundId" = ${roundId} and type = 'rollout' and step is not null
    )
    select payload->>'documentId' as "documentId", step,
      avg((payload->>'reward')::float8) / 2 as share,
      max(abs((payload->>'advantage')::float8)) <= 1e-6 as "isZeroVariance"
    from kept where attempt = newest
    group by 1, 2 order by 1, 2`;
}

/** The first attempt that did the furthest step so far; 1 where none was done. */
export async function findFurthestAttempt(roundId: string): Promise<number> {
  const row = await db().roundEvent.findFirst({
    where: { roundId, type: 'metrics', step: { not: null } },
    orderBy: [{ step: 'desc' }, { attempt: 'asc' }],
    select: { attempt: true },
  });
  return row?.attempt ?? 1;
}

const validationSchema = z.object({ step: z.number().int(), name: z.string(), f1: z.number() });

/** F1 on validation by step of training, as it came out last. */
export async function findValidationF1(roundId: string): Promise<ReadonlyMap<number, number>> {
  const rows = await db().roundEvent.findMany({
    where: { roundId, type: 'validation' },
    orderBy: { id: 'asc' },
    select: { payload: true },
  });
  return new Map(
    rows.flatMap(({ payload }) => {
      const parsed = validationSchema.safeParse(payload);
      return parsed.success && parsed.data.name === 'training' ? [[parsed.data.step, parsed.data.f1] as const] : [];
    }),
  );
}
