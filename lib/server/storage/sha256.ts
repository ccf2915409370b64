import { createHash } from 'node:crypto';

/** SHA-256 in hex: what names snapshots, checkpoints and gold (invariant 10). */
export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');
