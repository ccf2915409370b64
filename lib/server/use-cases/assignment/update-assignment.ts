import { z } from 'zod';
import { assignmentLimits } from '@/lib/core/assignment/rules';
import { recordAudit } from '../../auth/audit';
import { loadRules } from '../../assignment/load-rules';
import { saveProject } from '../../repositories/project';
import { defineUseCase } from '../define-use-case';

/** Sets how the queue is handed out from now on. What was handed in stays as it is. */
export const updateAssignment = defineUseCase({
  name: 'update-assignment',
  access: { kind: 'project', permission: 'assignment.manage' },
  input: z.object({
    projectId: z.string(),
    overlapShare: z.number().min(0).max(1),
    overlapAnnotators: z.number().int().min(2).max(assignmentLimits.maxAnnotators),
    honeypotShare: z.number().min(0).max(assignmentLimits.maxHoneypotShare),
  }),
  run: async (actor, { projectId, ...rules }) => {
    await loadRules(projectId);
    await saveProject(projectId, rules);
    await recordAudit({ projectId, userId: actor.userId, action: 'update-assignment', subject: `project:${projectId}` });
    return rules;
  },
});
