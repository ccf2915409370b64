import { z } from 'zod';
import { readingPace } from '@/lib/core/ingest/reading-pace';
import { countReading } from '../../repositories/document';
import { defineUseCase } from '../define-use-case';

/** The pace is that of the last minutes. */
const windowMs = 5 * 60 * 1000;

/** How far OCR is: pages read, waiting, failed; pages per second and the time left. */
export const readingFigures = defineUseCase({
  name: 'reading-figures',
  access: { kind: 'project', permission: 'documents.view' },
  input: z.object({ projectId: z.string() }),
  run: async (_actor, { projectId }) => {
    const { recent, ...counts } = await countReading(projectId, new Date(Date.now() - windowMs));
    return { ...counts, ...readingPace(recent, counts.waitingPages) };
  },
});

export type ReadingFigures = Awaited<ReturnType<typeof readingFigures>>;
