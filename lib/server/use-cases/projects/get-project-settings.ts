import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { listOcrLanguages } from '../../ocr/list-ocr-languages';
import { viewSuggester } from '../../prelabels/view-suggester';
import { findProjectWithCheckpoint } from '../../repositories/project';
import { defineUseCase } from '../define-use-case';

/** What the project is set to, who suggests labels, and the OCR languages that this machine can read. */
export const getProjectSettings = defineUseCase({
  name: 'get-project-settings',
  access: { kind: 'project', permission: 'project.view' },
  input: z.object({ projectId: z.string() }),
  run: async (_actor, { projectId }) => {
    const [project, ocrLanguages, suggester] = await Promise.all([
      findProjectWithCheckpoint(projectId),
      listOcrLanguages(),
      viewSuggester(projectId),
    ]);
    if (!project) throw new AppError('not-found', `There is no project "${projectId}".`);
    // How often known gold is asked about is for those who set it (`get-assignment`): whoever labels must not count on it.
    const { honeypotShare: _honeypotShare, ...shown } = project;
    return { ...shown, ocrLanguages, suggester };
  },
});
