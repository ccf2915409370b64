import { z } from 'zod';
import { ReadState, Split } from '../../db/generated/enums';

const text = z.string().trim().min(1).max(300).optional().catch(undefined);

/** The filters of a list of documents as they stand in a URL; what cannot be read is no filter. */
export const documentFilterShape = {
  split: z.enum(Split).optional().catch(undefined),
  suite: text,
  readState: z.enum(ReadState).optional().catch(undefined),
  kind: text,
  group: text,
  nearDuplicates: z.enum(['only', 'without']).optional().catch(undefined),
  labelled: z.enum(['yes', 'no']).optional().catch(undefined),
  text,
} as const;
