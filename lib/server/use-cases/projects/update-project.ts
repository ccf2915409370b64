import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { recordAudit } from '../../auth/audit';
import { listOcrLanguages } from '../../ocr/list-ocr-languages';
import { ringPreLabels } from '../../prelabels/ring-pre-labels';
import { findProject, saveProject } from '../../repositories/project';
import { defineUseCase } from '../define-use-case';

/**
 * Renames a project and sets how it reads, suggests and reviews. What was read or
 * accepted before stays as it is.
 * @throws AppError `not-ready` where the language has no package here.
 */
export const updateProject = defineUseCase({
  name: 'update-project',
  access: { kind: 'project', permission: 'project.manage' },
  input: z.object({
    projectId: z.string(),
    name: z.string().trim().min(1).max(120).optional(),
    reviewRequired: z.boolean().optional(),
    preLabels: z.boolean().optional(),
    ocrLanguage: z.string().regex(/^[a-z_]{3,12}$/, 'a language code of Tesseract, as "eng"').optional(),
  }),
  run: async (actor, { projectId, name, reviewRequired, preLabels, ocrLanguage }) => {
    const project = await findProject(projectId);
    if (!project) throw new AppError('not-found', `There is no project "${projectId}".`);
    if (ocrLanguage !== undefined && ocrLanguage !== project.ocrLanguage && !(await listOcrLanguages()).includes(ocrLanguage)) {
      throw new AppError(
        'not-ready',
        `The OCR language "${ocrLanguage}" is not installed. Install the package @tesseract.js-data/${ocrLanguage} first.`,
      );
    }
    await saveProject(projectId, {
      ...(name === undefined ? {} : { name }),
      ...(reviewRequired === undefined ? {} : { reviewRequired }),
      ...(preLabels === undefined ? {} : { preLabels }),
      ...(ocrLanguage === undefined ? {} : { ocrLanguage }),
    });
    if (preLabels === true) await ringPreLabels(projectId);
    await recordAudit({ projectId, userId: actor.userId, action: 'update-project', subject: `project:${projectId}` });
  },
});
