import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { z } from 'zod';
import { AppError, isAppError } from '@/lib/core/errors/app-error';
import { pageBoxSchema, type Word } from '@/lib/core/geometry/word';
import { recordAudit } from '../../auth/audit';
import { log } from '../../logging/log';
import { cropRegion } from '../../ocr/crop-region';
import { regionReaders } from '../../ocr/region-readers';
import { findPageFiles } from '../../repositories/document';
import { storage } from '../../storage/storage';
import { defineUseCase } from '../define-use-case';

/** Boxes that one person may have read in a minute: more than hands can draw, less than stops the server. */
export const regionsPerMinute = 60;
/** A box that takes longer is given up, in milliseconds. */
const readingMs = 20_000;

const limiter = new RateLimiterMemory({ points: regionsPerMinute, duration: 60 });

async function countRegion(userId: string): Promise<void> {
  try {
    await limiter.consume(userId);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw new AppError('rate-limited', `Too many boxes to read at once. Type the value, or draw again in ${seconds} s.`);
  }
}

const isCentredIn = ({ box }: Word, [x0, y0, x1, y1]: Word['box']): boolean => {
  const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  return x >= x0 && x <= x1 && y >= y0 && y <= y1;
};

/**
 * Reads the words inside a box of one page, as OCR sees them in that box alone.
 * Nothing is stored; the page counts as looked at in the audit log. No words is
 * an answer as well.
 */
export const readRegion = defineUseCase({
  name: 'read-region',
  access: { kind: 'project', permission: 'annotations.label' },
  input: z.object({
    projectId: z.string(),
    documentId: z.string(),
    /** Counts from 0. */
    index: z.coerce.number().int().nonnegative(),
    box: pageBoxSchema.refine((box) => box[2] > box[0] && box[3] > box[1], { message: 'the box is empty' }),
  }),
  run: async (actor, { projectId, documentId, index, box }): Promise<{ readonly words: readonly Word[] }> => {
    const page = await findPageFiles(projectId, documentId, index);
    if (!page) throw new AppError('not-found', 'There is no such page in this project.');
    await countRegion(actor.userId);
    await recordAudit({ projectId, userId: actor.userId, action: 'view-page', subject: `document:${documentId}/page:${index}` });
    const crop = await cropRegion(await storage().read(page.imageKey), page, box);
    const late = AbortSignal.timeout(readingMs);
    try {
      const words = await regionReaders().read(async () => crop.image, page.document.project.ocrLanguage, late);
      return { words: words.map(crop.toPage).filter((word) => isCentredIn(word, box)) };
    } catch (cause) {
      if (isAppError(cause)) throw cause;
      const why = late.aborted ? 'Reading the box took too long' : 'OCR cannot read this box';
      // The cause's name alone: an engine's own words may hold what it has read.
      log().warn({ documentId, page: index, reason: cause instanceof Error ? cause.name : 'unknown' }, 'region not read');
      throw new AppError('unavailable', `${why}. Type the value, or draw the box again.`);
    }
  },
});
