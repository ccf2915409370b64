import { AppError } from '@/lib/core/errors/app-error';
import { manifestSchema } from '@/lib/core/round/manifest';
import type { RunnableCheckpoint } from '@/lib/server/repositories/checkpoint';
import { sha256 } from '@/lib/server/storage/sha256';
import { storage } from '@/lib/server/storage/storage';
import { embeddedEngine } from './embedded/embedded-engine';
import { openOutsidePredictor } from '../outside/outside-predictor';
import type { CheckpointFiles, Engine, Predictor } from './engine';

/** @throws AppError `unavailable` for an engine that this process does not have. */
export function engineNamed(name: string): Engine {
  if (name === embeddedEngine.name) return embeddedEngine;
  throw new AppError('unavailable', `This worker cannot run the engine "${name}".`);
}

/** Documents between two looks at what people ask for. */
const batchSize = 20;

async function readFiles(checkpoint: RunnableCheckpoint): Promise<CheckpointFiles> {
  const parsed = manifestSchema.safeParse(checkpoint.manifest);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const place = issue?.path.join('.') || 'the whole';
    throw new AppError('broken-file', `The manifest of checkpoint ${checkpoint.hash.slice(0, 12)} cannot be read at ${place}. Start another round for a new checkpoint.`);
  }
  const manifest = parsed.data;
  const files = new Map<string, Uint8Array>();
  for (const { name, sha256: expected } of manifest.files) {
    const bytes = await storage().read(`${checkpoint.storagePrefix}/${name}`);
    if (sha256(bytes) !== expected) {
      throw new AppError('broken-file', `${name} of checkpoint ${checkpoint.hash.slice(0, 12)} is not what its manifest says.`);
    }
    // A Buffer may be a window on a larger memory; engines get memory of their own.
    files.set(name, Uint8Array.from(bytes));
  }
  return files;
}

/** Opens a stored checkpoint. @throws AppError `broken-file` where a file is not what its manifest says. */
export async function loadPredictor(checkpoint: RunnableCheckpoint): Promise<Predictor> {
  if (checkpoint.engine !== embeddedEngine.name) return openOutsidePredictor(checkpoint);
  const predict = engineNamed(checkpoint.engine).openPredictor(await readFiles(checkpoint));
  return {
    batchSize,
    predict: async function* (documents) {
      for (const document of documents) yield { id: document.id, prediction: predict(document) };
    },
  };
}
