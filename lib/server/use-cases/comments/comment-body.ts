import { z } from 'zod';

/** What somebody says: not nothing, and no more than fits a margin. */
export const commentBodySchema = z.string().trim().min(1, 'say something').max(2000);
