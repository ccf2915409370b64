import { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { enqueue } from '../../queue/enqueue';
import { resetReading } from '../../repositories/reading';
import { defineUseCase } from '../define-use-case';

/** Gives a document that could not be read back to OCR; pages that were read keep their words. */
export const readAgain = defineUseCase({
  name: 'read-again',
  access: { kind: 'project', permission: 'documents.manage' },
  input: z.object({ projectId: z.string(), documentId: z.string() }),
  run: async (_actor, { projectId, documentId }) => {
    if (!(await resetReading(projectId, documentId))) {
      throw new AppError('conflict', 'Only a document whose reading failed can be read again.');
    }
    await enqueue('read-document', { documentId });
    return { documentId };
  },
});
