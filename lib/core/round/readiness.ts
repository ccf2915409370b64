/** Fewer labels than this teach nothing that would be worth a round. */
export const leastSeedDocuments = 5;
/** Fewer than this cannot tell a better checkpoint from a lucky one. */
export const leastValidationDocuments = 3;

export interface ReadinessProblem {
  readonly code: 'no-schema' | 'too-few-labels' | 'too-few-validation';
  /** What is missing and what to do. */
  readonly message: string;
}

export interface DataSizes {
  readonly hasSchema: boolean;
  readonly seed: number;
  readonly validation: number;
}

const documents = (count: number): string => `${count} ${count === 1 ? 'document' : 'documents'}`;

/** Why a round cannot start; empty where it can. */
export function checkReadiness({ hasSchema, seed, validation }: DataSizes): ReadinessProblem[] {
  const problems: ReadinessProblem[] = [];
  if (!hasSchema) problems.push({ code: 'no-schema', message: 'There is no schema yet. Define what to extract first.' });
  if (seed < leastSeedDocuments) {
    problems.push({
      code: 'too-few-labels',
      message: `The seed set has ${documents(seed)} with accepted labels; a round needs at least ${leastSeedDocuments}. Label and accept ${leastSeedDocuments - seed} more.`,
    });
  }
  if (validation < leastValidationDocuments) {
    problems.push({
      code: 'too-few-validation',
      message: `The validation split has ${documents(validation)} with gold; a round needs at least ${leastValidationDocuments} to choose its best checkpoint. Move labelled documents there or import some with gold.`,
    });
  }
  return problems;
}
