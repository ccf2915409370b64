import { randomUUID } from 'node:crypto';
import { summariseEvaluation } from '@/lib/core/evaluation/summarise-evaluation';
import { createRandom, type Random } from '@/lib/core/random';
import type { JsonObject } from '@/lib/core/record/json';
import { leavesOf, withValueAt } from '@/lib/core/record/pointer';
import { type CheckpointRole, checkpointRoles, manifestText } from '@/lib/core/round/manifest';
import { embeddedRecipeSchema } from '@/lib/core/round/recipe';
import type { RoundEvent } from '@/lib/core/round/events';
import type { RoundSummary } from '@/lib/core/round/summary';
import { scoringVersion } from '@/lib/core/scoring';
import { goldHashOf } from '@/lib/server/evaluation/gold-hash';
import { type GoldDocument, loadGold } from '@/lib/server/evaluation/load-gold';
import { scoreCheckpoint } from '@/lib/server/evaluation/score-checkpoint';
import { insertCheckpoint } from '@/lib/server/repositories/checkpoint';
import { insertEvaluation } from '@/lib/server/repositories/evaluation';
import { insertPrediction } from '@/lib/server/repositories/prediction';
import { insertRound } from '@/lib/server/repositories/round';
import { type Fence, claimRound, moveRound, writeAsAttempt } from '@/lib/server/repositories/round-attempt';
import { insertRoundEvents } from '@/lib/server/repositories/round-event';
import { storeSnapshot, surveyTrainingData } from '@/lib/server/rounds/training-data';
import { sha256 } from '@/lib/server/storage/sha256';

const steps = 300;
const rolloutsEvery = 3;
const recipe = embeddedRecipeSchema.parse({ engine: 'embedded' });
/** Share of the leaves that a checkpoint of the role gets wrong. */
const errorShare: Readonly<Record<CheckpointRole, number>> = { 'warm-start': 0.35, 'warm-start-all': 0.22, trained: 0.12 };

/** A record with some of its leaves spoilt. */
function spoil(gold: JsonObject, share: number, random: Random): JsonObject {
  return leavesOf(gold).reduce(
    (record, { pointer, value }) =>
      random.next() < share && typeof value === 'string' ? withValueAt(record, pointer, `${value} *`) : record,
    gold,
  );
}

function eventsOf(documentIds: readonly string[], random: Random): RoundEvent[] {
  const at = Date.now();
  const events: RoundEvent[] = [{ type: 'started', at, plannedSteps: steps }];
  for (let step = 1; step <= steps; step += 1) {
    const rewardMatching = 0.6 + 0.3 * (step / steps) + 0.02 * random.normal();
    const metrics = {
      reward: 1 + rewardMatching, rewardFormat: 1, rewardMatching, precision: rewardMatching, recall: rewardMatching - 0.03,
      kl: step / 10_000, entropy: 1 - step / steps, clipRatio: 0.01, zeroVariance: 0.3, unscorable: 0,
    };
    events.push({ type: 'metrics', at: at + step, step, metrics });
    events.push({ type: 'progress', at: at + step, phase: 'training', step, plannedSteps: steps, secondsLeft: steps - step });
    if (step % rolloutsEvery === 0) {
      const documentId = random.pick(documentIds);
      events.push({ type: 'rollout', at, step, documentId, completion: '{"name":"Ann Lee"}', reward: 1.5, advantage: 0.2 });
    }
    if (step % 20 === 0) events.push({ type: 'validation', at, step, name: 'training', f1: rewardMatching, precision: 0.9, recall: 0.8 });
  }
  return [...events, { type: 'finished', at: at + steps, step: steps }];
}

interface RoundPlace {
  readonly projectId: string;
  readonly version: Awaited<ReturnType<typeof surveyTrainingData>>['version'];
  readonly snapshotHash: string;
  readonly fence: Fence;
}

async function makeCheckpoint({ projectId, version, snapshotHash, fence }: RoundPlace, role: CheckpointRole, random: Random) {
  const { roundId } = fence;
  const manifest = {
    format: 'hundredfold-checkpoint/1' as const, engine: 'embedded', role, roundId, step: steps, recipe, snapshotHash,
    schemaHash: version.hash, parent: null, scoringVersion, files: [{ name: 'policy.bin', sha256: sha256(Buffer.from(role)), bytes: 1 }],
  };
  const hash = sha256(Buffer.from(manifestText(manifest)));
  const { id } = await writeAsAttempt(fence, (tx) =>
    insertCheckpoint(tx, {
      projectId, roundId, role, name: `${role}, made for measuring`, engine: 'embedded', step: steps,
      schemaVersionId: version.id, hash, manifest, storagePrefix: `checkpoints/${hash}`,
    }),
  );
  const score = async (split: 'validation' | 'test', documents: readonly GoldDocument[]) => {
    for (const document of documents) {
      const record = spoil(document.gold, errorShare[role], random);
      const confidence = Object.fromEntries(leavesOf(record).map(({ pointer }) => [pointer, 0.9]));
      await insertPrediction(id, document.id, { record, evidence: document.evidence, confidence });
    }
    const { scored, observations } = await scoreCheckpoint(id, documents, version, () => Promise.resolve());
    const figures = summariseEvaluation(scored, observations);
    if (!figures) throw new Error(`No document of ${split} could be scored.`);
    const goldHash = goldHashOf(version, documents);
    await insertEvaluation({ checkpointId: id, split, suite: '', scoringVersion, goldHash, ...figures, documents: scored, unscorable: [] });
    const { f1, low, high } = figures.micro;
    return { f1, low, high, documents: scored.length };
  };
  const validation = await score('validation', (await loadGold(projectId, ['validation'], version)).documents);
  const test = await score('test', (await loadGold(projectId, ['test'], version)).documents);
  return { checkpointId: id, role, validation, test };
}

/**
 * Ended rounds with their events, checkpoints, predictions and evaluations.
 * @returns ids of the newest round and of its checkpoints, in the order of `checkpointRoles`.
 */
export async function makeRounds(projectId: string, userId: string, count: number) {
  const random = createRandom(11);
  const { documents, version } = await surveyTrainingData(projectId);
  const snapshot = await storeSnapshot(documents);
  let newest = { roundId: '', checkpointIds: [] as readonly string[] };
  for (let number = 0; number < count; number += 1) {
    const { id: roundId } = await insertRound({
      projectId, requestId: randomUUID(), recipe, notes: `For measuring, ${number}`, schemaVersionId: version.id,
      createdById: userId, plannedSteps: steps, snapshot,
    });
    const claim = await claimRound(roundId, 'bench');
    if (claim.kind !== 'claimed') throw new Error(`The round made for measuring is ${claim.kind}.`);
    const fence = { roundId, attempt: claim.attempt };
    await moveRound(fence, { type: 'prepared' });
    const events = eventsOf(documents.map(({ id }) => id), random);
    await writeAsAttempt(fence, (tx) => insertRoundEvents(tx, roundId, fence.attempt, events));
    await moveRound(fence, { type: 'trained' }, { step: steps });
    const checkpoints = [];
    for (const role of checkpointRoles) {
      checkpoints.push(await makeCheckpoint({ projectId, version, snapshotHash: snapshot.hash, fence }, role, random));
    }
    const summary: RoundSummary = {
      rewardStart: 1.6, rewardEnd: 1.9, bestStep: steps, seconds: 30, labels: snapshot.documentCount, checkpoints, warnings: [],
    };
    await moveRound(fence, { type: 'evaluated' }, { summary });
    newest = { roundId, checkpointIds: checkpoints.map(({ checkpointId }) => checkpointId) };
  }
  return newest;
}
