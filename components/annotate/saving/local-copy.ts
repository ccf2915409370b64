import { del, entries, set } from 'idb-keyval';
import { differenceBetween } from '@/lib/core/annotation/difference';
import { mergeRemote } from '@/lib/core/annotation/merge-remote';
import { latestContent, noteEdit, unsyncedEdits, type SyncState } from '@/lib/core/annotation/sync';
import { holdLock } from './hold-lock';
import { keepNewest } from './keep-newest';
import { newId } from './new-id';

export interface CopyAddress {
  readonly projectId: string;
  readonly documentId: string;
  readonly documentName: string;
  readonly annotationId: string;
  readonly schemaVersionId: string;
}

/** What a tab still owes the server, as kept in the browser's database. */
interface Copy {
  readonly address: CopyAddress;
  readonly sync: SyncState;
}

export interface LocalCopy {
  /** Written right after each edit has been painted, removed once everything is acknowledged. */
  readonly keep: (sync: SyncState) => void;
  /** The tab is done with it: what is left may be taken over. */
  readonly release: () => void;
}

const prefix = 'annotation:';
const readCopies = async (): Promise<[string, Copy][]> => {
  const all = await entries<string, Copy>().catch(() => []);
  return all.filter(([key]) => key.startsWith(prefix));
};

/** Joins what another tab left behind; where both say something, the present one counts. */
function takeOver(sync: SyncState, left: SyncState): SyncState {
  const mine = latestContent(sync);
  const { content } = mergeRemote({ base: left.base.content, mine, theirs: latestContent(left) });
  return noteEdit(sync, content, { id: newId(), operation: differenceBetween(mine, content) });
}

/**
 * Opens the browser's copy of an annotation and takes over unsent work of an
 * earlier visit: an interrupted save keeps its id, so that the server takes it once.
 */
export async function openLocalCopy(
  address: CopyAddress,
  fresh: SyncState,
): Promise<{ readonly sync: SyncState; readonly local: LocalCopy }> {
  const own = `${prefix}${address.annotationId}:${newId()}`;
  const release = (await holdLock(own)) ?? (() => undefined);
  let sync = fresh;
  for (const [key, copy] of await readCopies()) {
    if (copy.address.annotationId !== address.annotationId || copy.address.schemaVersionId !== address.schemaVersionId) continue;
    const releaseLeft = await holdLock(key);
    if (!releaseLeft) continue;
    // A choice that was open is asked again, against what the server has then.
    const left: SyncState = { ...copy.sync, trouble: null };
    sync = unsyncedEdits(sync) === 0 ? left : takeOver(sync, left);
    await set(own, { address, sync } satisfies Copy);
    await del(key);
    releaseLeft();
  }
  const { keep, settled } = keepNewest<SyncState>((next) =>
    unsyncedEdits(next) > 0 ? set(own, { address, sync: next } satisfies Copy) : del(own),
  );
  return { sync, local: { keep, release: () => void settled().then(release) } };
}

export interface LeftBehind {
  readonly documentId: string;
  readonly documentName: string;
  readonly edits: number;
}

/** Other documents of the project with work in this browser that never reached the server. */
export async function findLeftBehind(projectId: string, exceptDocumentId: string | null): Promise<LeftBehind[]> {
  const copies = await readCopies();
  return copies
    .map(([, copy]) => copy)
    .filter(({ address }) => address.projectId === projectId && address.documentId !== exceptDocumentId)
    .map(({ address, sync }) => ({
      documentId: address.documentId,
      documentName: address.documentName,
      edits: unsyncedEdits(sync),
    }));
}
