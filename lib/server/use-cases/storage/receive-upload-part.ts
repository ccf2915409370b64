import { z } from 'zod';
import { receivePart } from '../../storage/uploads';
import { defineUseCase } from '../define-use-case';
import { hashSchema } from './upload-input';

/** Takes one part of an upload; refused where it did not arrive as it was sent. */
export const receiveUploadPart = defineUseCase({
  name: 'receive-upload-part',
  access: { kind: 'worker' },
  input: z.object({
    hash: hashSchema,
    part: z.coerce.number().int().min(0).max(1_000_000),
    sha256: hashSchema,
    content: z.custom<AsyncIterable<Uint8Array>>(
      (value) => typeof value === 'object' && value !== null && Symbol.asyncIterator in value,
      { message: 'the request has no body' },
    ),
  }),
  run: async (_actor, { hash, part, sha256, content }) => {
    await receivePart(hash, part, sha256, content);
    return { part };
  },
});
