import { ClassicLevel } from 'classic-level';
import type { LineIndex, Place } from '@/lib/core/scoring';

export interface DiskIndex extends LineIndex {
  readonly close: () => Promise<void>;
}

/** Ids that wait in memory until they are written together. */
const batchSize = 1_000;

/** By code unit: UTF-8 would make one of all lone surrogates. */
const keyOf = (id: string): Buffer => Buffer.from(id, 'utf16le');

/** Which line an id stands in, on disk, in a folder of its own. */
export async function openLineIndex(folder: string): Promise<DiskIndex> {
  const database = new ClassicLevel<Buffer, readonly [line: number, offset: number, length: number]>(folder, {
    keyEncoding: 'buffer',
    valueEncoding: 'json',
  });
  await database.open();
  const waiting = new Map<string, Place>();
  const write = async (): Promise<void> => {
    await database.batch(
      [...waiting].map(([id, { line, offset, length }]) => ({ type: 'put', key: keyOf(id), value: [line, offset, length] })),
    );
    waiting.clear();
  };
  const findWritten = (id: string): Place | undefined => {
    const found = database.getSync(keyOf(id));
    return found && { line: found[0], offset: found[1], length: found[2] };
  };
  return {
    find: (id) => waiting.get(id) ?? findWritten(id),
    keep: (id, place) => {
      waiting.set(id, place);
      return waiting.size < batchSize ? undefined : write();
    },
    close: () => database.close(),
  };
}
