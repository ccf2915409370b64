import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import type { PolicyDocument } from '@/lib/core/policy/types';
import { evidenceSchema } from '@/lib/core/record/evidence';
import { isJsonObject } from '@/lib/core/record/json';
import { keepableText, toKeepable } from '@/lib/core/record/keepable-text';
import { parseJson } from '@/lib/core/record/parse-json';
import { writeSnapshot } from '@/lib/core/round/dataset-snapshot';
import { dataPath } from '@/lib/server/env/env';
import type { RunnableCheckpoint } from '@/lib/server/repositories/checkpoint';
import type { Prediction, Predictor } from '../engines/engine';
import { PassingFault } from '../rounds/stops';
import { bringCheckpoint } from './bring-checkpoint';
import { cacheFolder, holding } from './checkpoint-cache';
import { bringImages } from './run-folder-files';
import { outsideSettings } from './settings';
import { spawnTrainer, type TrainerExit, type TrainerListeners, type TrainerProcess } from './spawn-trainer';

const lineSchema = z.object({
  id: z.string(),
  completion: z.string(),
  /** As JSON text; null where none can be read. */
  record: z.string().nullable(),
  // A model writes boxes as it likes: what is no evidence is none.
  evidence: evidenceSchema.catch({}).default({}),
  confidence: z.record(z.string(), z.number().min(0).max(1)).catch({}).default({}),
});

/** All that is asked for, unless it is very much: starting loads the model. */
const batchSize = 2_000;
const waitMs = 500;
const mostTail = 5;

type Answer = { readonly id: string; readonly prediction: Prediction };

function answerOf(line: string): Answer | null {
  const json = parseJson(line);
  const parsed = json.ok ? lineSchema.safeParse(json.value) : null;
  if (!parsed?.success) return null;
  const { id, completion, record, evidence, confidence } = parsed.data;
  const said = record === null ? null : parseJson(record);
  const read = said?.ok ? toKeepable(said.value) : null;
  // A text that no record can be read from is an answer too: it says nothing.
  const prediction = read !== null && isJsonObject(read) ? { record: read, evidence, confidence } : { record: {}, evidence: {}, confidence: {} };
  return { id, prediction: { ...prediction, completion: keepableText(completion) } };
}

function assertDone({ code, signal, startError }: TrainerExit, tail: readonly string[]): void {
  if (code === 0) return;
  if (startError !== null) {
    throw new AppError('unavailable', `The trainer could not be started (${startError}). Run "npm run trainer:install" on the GPU worker.`);
  }
  const said = tail.length > 0 ? ` Its last lines: ${tail.join(' · ')}` : '';
  if (code === 4) throw new AppError('unavailable', 'Memory ran out while the checkpoint was read from; the checkpoint itself is kept.');
  if (code === 2) throw new AppError('broken-file', `The trainer cannot predict with this checkpoint.${said}`);
  throw new PassingFault(`The trainer broke while predicting (${signal ?? `exit code ${code}`}).${said}`);
}

/** Where and how the trainer predicts. */
export interface PredictionPlace {
  /** Folder in which the files of a prediction get a folder of their own, and checkpoints theirs. */
  readonly root: string;
  readonly checkpoints: string;
  /**
   * Starts the trainer, which hands over a line for each document.
   * @param args what it is to do.
   */
  readonly start: (args: readonly string[], folder: string, listeners: TrainerListeners) => TrainerProcess;
}

async function* predict(
  place: PredictionPlace,
  checkpoint: RunnableCheckpoint,
  documents: readonly PolicyDocument[],
  pause: () => Promise<void>,
): AsyncGenerator<Answer> {
  await mkdir(place.root, { recursive: true });
  // Its pid tells the next process whether anybody still needs it.
  const folder = await mkdtemp(path.join(place.root, `predict-${process.pid}-`));
  const stop = new AbortController();
  const answers: Answer[] = [];
  const tail: string[] = [];
  try {
    const weights = await bringCheckpoint(checkpoint, place.checkpoints, pause);
    await bringImages(folder, documents.map(({ id }) => id), stop.signal);
    const dataset = path.join(folder, 'dataset.jsonl');
    await writeFile(dataset, writeSnapshot(documents.map((document) => ({ ...document, split: 'unlabelled', rank: 0 }))));
    const process = place.start(['predict', weights, dataset, '--images', path.join(folder, 'images')], folder, {
      onLine: (line) => {
        const answer = answerOf(line);
        if (answer) answers.push(answer);
      },
      onOutput: (line) => {
        tail.push(line.slice(0, 300));
        if (tail.length > mostTail) tail.shift();
      },
    });
    let exit: TrainerExit | null = null;
    const ended = process.ended.then((how) => (exit = how));
    try {
      while (exit === null || answers.length > 0) {
        const answer = answers.shift();
        if (answer) yield answer;
        else {
          await pause();
          await Promise.race([ended, delay(waitMs)]);
        }
      }
    } finally {
      process.kill();
      await ended;
    }
    assertDone(await process.ended, tail);
  } finally {
    // The pictures are patients'.
    await rm(folder, { recursive: true, force: true });
  }
}

/** Predicts in one place with the checkpoint that is given. */
export const predictorAt = (place: PredictionPlace, checkpoint: RunnableCheckpoint): Predictor => ({
  batchSize,
  predict: (documents, pause) => holding(checkpoint.hash, () => predict(place, checkpoint, documents, pause)),
});

/** A checkpoint that the trainer's own process predicts with, on this machine. */
export function openOutsidePredictor(checkpoint: RunnableCheckpoint): Predictor {
  const { command, modelArgs } = outsideSettings(0);
  const start: PredictionPlace['start'] = (args, _folder, listeners) => spawnTrainer(command, [...args, ...modelArgs], listeners);
  return predictorAt({ root: dataPath('runs'), checkpoints: cacheFolder(), start }, checkpoint);
}
