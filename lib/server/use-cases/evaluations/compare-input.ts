import { z } from 'zod';
import { heldOutSplits } from '@/lib/core/evaluation/held-out';

/** The split, and the name of the suite where it is `transfer`, that checkpoints are compared on. */
export const heldOutInput = {
  split: z.enum(heldOutSplits).default('test'),
  suite: z.string().max(100).default(''),
};

/** For `refine`: only a transfer suite has a name. */
export const isHeldOutInput = ({ split, suite }: { readonly split: string; readonly suite: string }): boolean =>
  (split === 'transfer') === (suite !== '');
export const heldOutRule = { message: 'a transfer suite has a name, another split has none', path: ['suite'] };

/** Ids in a URL stand behind each other with commas; the first is the baseline. */
export const checkpointIdsSchema = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(',').filter((id) => id !== '') : value),
  z.array(z.string().max(64)).min(1).max(6).refine((ids) => new Set(ids).size === ids.length, {
    message: 'a checkpoint is compared with another, not with itself',
  }),
);

/** The checkpoint whose outcomes are counted against the first; the last where none is named. */
export const againstSchema = z.string().max(64).optional();

/** Its place among the checkpoints; never 0, which is the baseline. */
export function placeOfAgainst(ids: readonly string[], against: string | undefined): number {
  const place = against === undefined ? -1 : ids.indexOf(against);
  return place > 0 ? place : ids.length - 1;
}
