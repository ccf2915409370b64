import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { agreementView } from '@/lib/core/review/agreement-view';
import type { AgreementView } from '@/lib/core/review/contract';
import { findAnnotators } from '../../repositories/annotator';
import { readOpinions } from '../../repositories/agreement';
import { findNewestSchemaVersion } from '../../repositories/schema-version';
import { carryContent } from '../../review/carry-content';
import { defineUseCase } from '../define-use-case';

/** How far annotators agree, by field and by pair, and each of them with gold. */
export const getAgreement = defineUseCase({
  name: 'get-agreement',
  access: { kind: 'project', permission: 'annotations.review' },
  /** `a` and `b`: two annotators, for the fields between these two alone. */
  input: z.object({ projectId: z.string(), a: z.string().optional(), b: z.string().optional() }),
  run: async (_actor, { projectId, a, b }): Promise<AgreementView> => {
    const [newest, opinions] = await Promise.all([findNewestSchemaVersion(projectId), readOpinions(projectId)]);
    if (!newest) throw new AppError('not-ready', 'This project has no schema yet. Make one first.');
    const names = await findAnnotators(opinions.flatMap(({ sides }) => sides.map(({ annotatorId }) => annotatorId)));
    return agreementView({
      documents: opinions.map(({ id, sides, gold }) => ({
        id,
        sides: sides.map((side) => ({ annotatorId: side.annotatorId, record: carryContent(side, newest).record })),
        gold: gold && carryContent(gold, newest).record,
      })),
      schema: newest.schema,
      names: new Map([...names].map(([id, { name }]) => [id, name])),
      pair: a !== undefined && b !== undefined ? [a, b] : undefined,
    });
  },
});
