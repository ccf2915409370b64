import type { Actor } from '@/lib/core/access/roles';
import { describeRecheck } from '@/lib/core/evaluation/describe-recheck';
import { percent, printJson, printTable } from './print';

const load = async () => {
  const [{ listEvaluations }, { checkEvaluation }] = await Promise.all([
    import('@/lib/server/use-cases/evaluations/list-evaluations'),
    import('@/lib/server/use-cases/evaluations/check-evaluation'),
  ]);
  return { listEvaluations, checkEvaluation };
};

interface Checkpoint {
  readonly id: string;
  readonly number: number;
}

/** Each stored evaluation of the checkpoints, computed again where it was made by the scoring in use. */
export async function checkAll(actor: Actor, projectId: string, checkpoints: readonly Checkpoint[]) {
  const { listEvaluations, checkEvaluation } = await load();
  const checked = [];
  for (const { id, number } of checkpoints) {
    for (const evaluation of await listEvaluations(actor, { projectId, ids: [id] })) {
      const check = evaluation.isCheckable ? await checkEvaluation(actor, { projectId, evaluationId: evaluation.id }) : null;
      checked.push({ checkpoint: number, ...evaluation, check });
    }
  }
  return checked;
}
type Checked = Awaited<ReturnType<typeof checkAll>>;

const resultOf = ({ check, scoringVersion }: Checked[number]): string =>
  check ? describeRecheck(check).join(' ') : `Kept from ${scoringVersion}; another scoring is in use.`;

/** Prints what was found; the exit code is 1 where an evaluation does not come out the same. */
export function printChecks(checked: Checked, asJson: boolean): void {
  if (asJson) printJson(checked);
  else {
    printTable(
      ['checkpoint', 'on', 'scoring', 'gold', 'documents', 'F1', 'computed again'],
      checked.map((one) => [
        one.checkpoint, one.suite || one.split, one.scoringVersion, one.goldHash.slice(0, 8), one.documents, percent(one.micro.f1), resultOf(one),
      ]),
    );
  }
  if (checked.some(({ check }) => check !== null && !check.isSame)) process.exitCode = 1;
}
