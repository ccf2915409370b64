import { del, entries, set } from 'idb-keyval';
import { mergeRemote } from '@/lib/core/annotation/merge-remote';
import { latestContent, noteEdit, unsyncedEdits, type SyncState } from '@/lib/core/annotation/sync';
import { newId } from './new-id';

/** What a tab still owes the server, as kept in the browser's database. */
interface Copy {
  readonly sync: SyncState;
  readonly schemaVersionId: string;
}

export interface LocalCopy {
  /** Written at each edit, removed once everything is acknowledged. */
  readonly keep: (sync: SyncState) => void;
}

const prefix = (annotationId: string): string => `annotation:${annotationId}:`;

/** Held while the tab lives: a copy whose lock is free belongs to a tab that is gone. */
function holdLock(name: string): Promise<boolean> {
  // Without a secure context there are no locks: then every copy is taken over.
  if (!('locks' in navigator)) return Promise.resolve(true);
  return new Promise((resolve) => {
    void navigator.locks.request(name, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock ? new Promise<void>(() => undefined) : undefined;
    });
  });
}

/** Joins what another tab left behind; where both say something, the present one counts. */
function takeOver(sync: SyncState, left: SyncState): SyncState {
  const sides = { base: left.base.content, mine: latestContent(sync), theirs: latestContent(left) };
  return noteEdit(sync, mergeRemote(sides).content);
}

/**
 * Unsent work of this annotation from an earlier visit, if there is some: an
 * interrupted save keeps its id, so that the server takes it once.
 */
export async function openLocalCopy(
  annotationId: string,
  schemaVersionId: string,
  fresh: SyncState,
): Promise<{ readonly sync: SyncState; readonly local: LocalCopy }> {
  const own = `${prefix(annotationId)}${newId()}`;
  await holdLock(own);
  let sync = fresh;
  const stored = await entries<string, Copy>().catch(() => []);
  for (const [key, copy] of stored) {
    if (!key.startsWith(prefix(annotationId)) || copy.schemaVersionId !== schemaVersionId) continue;
    if (!(await holdLock(key))) continue;
    // A choice that was open is asked again, against what the server has then.
    const left: SyncState = { ...copy.sync, trouble: null };
    sync = unsyncedEdits(sync) === 0 ? left : takeOver(sync, left);
    await set(own, { sync, schemaVersionId } satisfies Copy);
    await del(key);
  }
  let queue = Promise.resolve();
  const keep = (next: SyncState): void => {
    queue = queue
      .then(() => (unsyncedEdits(next) > 0 ? set(own, { sync: next, schemaVersionId } satisfies Copy) : del(own)))
      // A full or forbidden browser database must not stop the saves to the server.
      .catch(() => undefined);
  };
  return { sync, local: { keep } };
}
