import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { wordSchema, type PageWords } from '@/lib/core/geometry/word';
import { predictRecord, trainPolicy, type LabelledDocument, type PolicyPrediction } from '@/lib/core/policy';
import type { Evidence } from '@/lib/core/record/evidence';
import type { JsonObject } from '@/lib/core/record/json';
import { embeddedRecipeSchema } from '@/lib/core/round/recipe';
import { medicalReportSchema } from '@/lib/core/schema/presets';
import { generateReport, planDemo, type PlannedReport } from '@/lib/demo';
import { createReaderPool, type ReaderPool } from '@/lib/server/ocr/reader-pool';

const cacheFolder = path.resolve('.data', 'bench-labour');
/** As many as the measured machine has cores. */
const engines = 2;
/** Every n-th document to learn from is validation and chooses the checkpoint. */
const validationEvery = 7;
export const sizes = { seed: 1_121, learn: 84, play: 20 } as const;

/** A report to be labelled: what is on it, what OCR reads and what the checkpoint suggests. */
export interface Labour {
  readonly id: string;
  readonly kind: string;
  readonly gold: JsonObject;
  readonly evidence: Evidence;
  readonly page: PageWords;
  readonly prediction: PolicyPrediction;
}

async function readWords(pool: ReaderPool, id: string, image: Buffer) {
  const cached = path.join(cacheFolder, `${sizes.seed}-${id}.json`);
  if (existsSync(cached)) return z.array(wordSchema).parse(JSON.parse(await readFile(cached, 'utf8')));
  const words = await pool.read(async () => image, 'eng', new AbortController().signal);
  await writeFile(`${cached}.part`, JSON.stringify(words));
  await rename(`${cached}.part`, cached);
  return words;
}

/** Reports of other patients teach a checkpoint; those to be played get its suggestions. OCR is kept in `.data`. */
export async function makeLabour(onDone: (done: number, total: number) => void): Promise<readonly Labour[]> {
  await mkdir(cacheFolder, { recursive: true });
  const plan = planDemo({ seed: sizes.seed, pool: sizes.learn, validation: 0, test: sizes.play });
  const pool = createReaderPool({ size: engines });
  const read = async (planned: PlannedReport) => {
    const { kind, gold, evidence, image, width, height } = await generateReport(planned);
    const page: PageWords = { page: 0, width, height, words: await readWords(pool, planned.id, image) };
    return { id: planned.id, kind, split: planned.split, gold, evidence, page };
  };
  const documents: Awaited<ReturnType<typeof read>>[] = [];
  for (let at = 0; at < plan.length; at += engines) {
    documents.push(...(await Promise.all(plan.slice(at, at + engines).map(read))));
    onDone(documents.length, plan.length);
  }
  await pool.stop();
  const learnt = documents
    .filter(({ split }) => split === 'pool')
    .map(({ id, gold, evidence, page }): LabelledDocument => ({ id, gold, evidence, pages: [page] }));
  const isHeld = (_: unknown, at: number): boolean => at % validationEvery === validationEvery - 1;
  const training = trainPolicy({
    schema: medicalReportSchema,
    train: learnt.filter((document, at) => !isHeld(document, at)),
    validation: learnt.filter(isHeld),
    recipe: embeddedRecipeSchema.parse({ engine: 'embedded', warmStartDocuments: sizes.learn }),
  });
  let turn = training.next();
  while (!turn.done) turn = training.next();
  const { best } = turn.value;
  return documents
    .filter(({ split }) => split === 'test')
    .map((document) => ({ ...document, prediction: predictRecord(best, { id: document.id, pages: [document.page] }) }));
}
