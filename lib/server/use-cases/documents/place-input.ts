import { z } from 'zod';
import { rowSplits } from '@/lib/core/formats/import-row';

/** Where documents go: a split, and the name of the suite where it is `transfer`. */
export const placeInput = {
  split: z.enum(rowSplits).optional(),
  suite: z.string().trim().min(1).max(100).optional(),
};

/** For `refine`: only a transfer suite has a name. */
export const isPlace = ({ split, suite }: { readonly split?: string | undefined; readonly suite?: string | undefined }): boolean =>
  (split === 'transfer') === (suite !== undefined);
export const placeRule = { message: 'a transfer suite has a name, another split has none', path: ['suite'] };
