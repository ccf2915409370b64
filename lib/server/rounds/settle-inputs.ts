import { AppError } from '@/lib/core/errors/app-error';
import { preferencePairs } from '@/lib/core/round/preference-pairs';
import type { Recipe } from '@/lib/core/round/recipe';
import { describeMissingInput, type RoundInputs, usedInputs, type StoredInputs } from '@/lib/core/round/round-inputs';
import type { GoldDocument, SchemaInUse } from '../evaluation/load-gold';
import { findCheckpoint } from '../repositories/checkpoint';
import { findUnlabelled } from '../repositories/unlabelled';
import { findLostFile } from './parents';
import { findPassRates } from './pass-rates';
import { loadReadings } from './readings';

/** A checkpoint of the project that can read documents. @param use "teach" */
async function findReader(projectId: string, checkpointId: string, use: string) {
  const row = await findCheckpoint(projectId, checkpointId);
  if (!row) throw new AppError('not-found', `The checkpoint that is to ${use} is not in this project.`);
  const refuse = (why: string) => new AppError('not-ready', `Checkpoint ${row.number} cannot ${use}: ${why}.`);
  if (row.problem !== null) throw refuse(`its files cannot be used (${row.problem.replace(/\.$/, '')})`);
  const lost = await findLostFile(row);
  if (lost !== null) throw refuse(`its file ${lost} is no longer stored`);
  return row;
}

interface Asked {
  readonly projectId: string;
  readonly recipe: Recipe;
  readonly inputs: RoundInputs;
  readonly documents: readonly GoldDocument[];
  readonly version: SchemaInUse;
}

async function assertPairs({ projectId, documents, version }: Asked, checkpointId: string): Promise<void> {
  const reader = await findReader(projectId, checkpointId, 'be what preferences reject');
  const seed = documents.filter(({ split }) => split === 'seed');
  const { pairs, unread } = preferencePairs(version.schema, seed, await loadReadings(reader, seed.map(({ id }) => id), version));
  if (pairs.length === 0 && unread === 0) {
    throw new AppError('not-ready', `There is nothing to prefer: checkpoint ${reader.number} reads none of the ${seed.length} labelled documents otherwise than gold has it.`);
  }
}

/**
 * What a round is given beside recipe and gold, looked through before it is queued.
 * @returns the inputs as they are stored, and the documents without a label that its teacher reads.
 * @throws AppError `invalid-input`, `not-ready` with what is missing and what to do.
 */
export async function settleInputs(asked: Asked): Promise<{ readonly inputs: StoredInputs; readonly unlabelledIds: readonly string[] }> {
  const { projectId, recipe } = asked;
  const inputs = usedInputs(recipe, asked.inputs);
  const missing = describeMissingInput(recipe, inputs);
  if (missing !== null) throw new AppError('not-ready', missing);
  let unlabelledIds: readonly string[] = [];
  if (inputs.teacher) {
    await findReader(projectId, inputs.teacher.checkpointId, 'teach');
    if (inputs.teacher.documents !== 'labelled') unlabelledIds = await findUnlabelled(projectId, inputs.teacher.most);
    if (inputs.teacher.documents === 'unlabelled' && unlabelledIds.length === 0) {
      throw new AppError('not-ready', 'No document is left that is read and has no label, so there is nothing for the teacher to read. Import some, or let it read the labelled ones.');
    }
  }
  if (inputs.preferences) await assertPairs(asked, inputs.preferences.checkpointId);
  const carried = recipe.engine === 'embedded' || inputs.passRates === 'afresh' ? [] : await findPassRates(projectId);
  const passRatesFrom = recipe.engine === 'embedded' ? null : (carried.find(({ model }) => model === recipe.model)?.roundId ?? null);
  return { inputs: { ...inputs, passRatesFrom }, unlabelledIds };
}
