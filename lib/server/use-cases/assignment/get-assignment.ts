import { z } from 'zod';
import type { AssignmentView } from '@/lib/core/assignment/contract';
import { permissions } from '@/lib/core/access/roles';
import { loadRules } from '../../assignment/load-rules';
import { countHoneypotPool } from '../../repositories/honeypot';
import { countPeopleInRoles } from '../../repositories/annotator';
import { findQueuePlaces } from '../../repositories/queue';
import { defineUseCase } from '../define-use-case';

/** How many people label a document, how often known gold is asked about, and what the queue has for it. */
export const getAssignment = defineUseCase({
  name: 'get-assignment',
  access: { kind: 'project', permission: 'assignment.manage' },
  input: z.object({ projectId: z.string() }),
  run: async (_actor, { projectId }): Promise<AssignmentView> => {
    const [{ overlapShare, overlapAnnotators, honeypotShare }, places, honeypotCandidates, annotators] = await Promise.all([
      loadRules(projectId),
      findQueuePlaces(projectId),
      countHoneypotPool(projectId),
      countPeopleInRoles(projectId, permissions['annotations.label']),
    ]);
    return {
      rules: { overlapShare, overlapAnnotators, honeypotShare },
      queuedIds: places.map(({ documentId }) => documentId),
      honeypotCandidates,
      annotators,
    };
  },
});
