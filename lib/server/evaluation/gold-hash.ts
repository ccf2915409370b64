import { canonicalJson } from '@/lib/core/round/canonical-json';
import { sha256 } from '../storage/sha256';
import type { GoldDocument, SchemaInUse } from './load-gold';

/**
 * Names what an evaluation was scored against: ids and gold of the split under
 * one schema, in id order. Another gold is another evaluation.
 */
export function goldHashOf(version: SchemaInUse, documents: readonly GoldDocument[]): string {
  const lines = documents.map(({ id, gold }) => `${id} ${canonicalJson(gold)}\n`);
  return sha256(`${version.hash}\n${lines.join('')}`);
}
