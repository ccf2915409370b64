import type { Translate } from '@/messages/translate';
import { api, isApiError } from '../ui/api';
import { type UploadAnswer, type UploadResult, sendFile } from './send-file';

export interface ImportedFile {
  readonly name: string;
  readonly bytes: number;
  readonly state: 'waiting' | 'sending' | 'reading' | 'done' | 'cancelled';
  /** Share of its bytes that the server has, 0–1. */
  readonly sent: number;
  /** What became of it, once it is done. */
  readonly answer: UploadAnswer | null;
}

/** Where documents go that name no split themselves. */
export interface ImportTarget {
  readonly split: 'pool' | 'validation' | 'test' | 'transfer';
  /** Name of the transfer suite where the split is `transfer`, else empty. */
  readonly suite: string;
}

export interface ImportRun {
  readonly projectId: string;
  readonly importId: string | null;
  readonly files: readonly ImportedFile[];
  readonly isRunning: boolean;
  /** Why the whole import could not be started or went no further. */
  readonly error: unknown;
}

type Listener = () => void;

const uploadsAtATime = 2;

let current: ImportRun | null = null;
let stopping: AbortController | null = null;
const listeners = new Set<Listener>();

function set(next: ImportRun | null): void {
  current = next;
  for (const listener of listeners) listener();
}

const change = (update: Partial<ImportRun>): void => {
  if (current) set({ ...current, ...update });
};

function changeFile(index: number, update: Partial<ImportedFile>): void {
  if (current) change({ files: current.files.map((file, at) => (at === index ? { ...file, ...update } : file)) });
}

/** Where a dropped folder's file stood in it; its name otherwise. */
const nameOf = (file: File & { readonly path?: string }): string =>
  (file.webkitRelativePath || file.path || file.name).replace(/^\.?\//, '');

/** What the server would have said of a file that it could not answer for. */
function lost(t: Translate<'documents.importRun'>, name: string, error: unknown): UploadAnswer {
  const failure: UploadResult = {
    name,
    outcome: 'failed',
    documentId: null,
    code: isApiError(error) ? error.code : 'unavailable',
    message: isApiError(error) ? error.message : t('networkLost'),
  };
  return { counts: { imported: 0, duplicate: 0, failed: 1 }, results: [failure], unsaid: 0 };
}

async function sendOne(t: Translate<'documents.importRun'>, url: string, file: File, index: number, signal: AbortSignal): Promise<void> {
  const name = nameOf(file);
  changeFile(index, { state: 'sending' });
  const answer = await sendFile(t, `${url}?name=${encodeURIComponent(name)}`, file, {
    signal,
    onSent: (sent) => changeFile(index, { sent, state: sent === 1 ? 'reading' : 'sending' }),
  }).catch((error: unknown): UploadAnswer | null => (signal.aborted ? null : lost(t, name, error)));
  if (answer) changeFile(index, { state: 'done', sent: 1, answer });
  else changeFile(index, { state: 'cancelled' });
}

/**
 * The import of this browser tab. It lives outside of the pages, so that going
 * from one to another does not stop it.
 */
export const importRun = {
  get: (): ImportRun | null => current,
  subscribe: (listener: Listener) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
  start: async (t: Translate<'documents.importRun'>, projectId: string, files: readonly File[], { split, suite }: ImportTarget): Promise<void> => {
    if (current?.isRunning || files.length === 0) return;
    const signal = (stopping = new AbortController()).signal;
    const waiting = files.map((file): ImportedFile => ({ name: nameOf(file), bytes: file.size, state: 'waiting', sent: 0, answer: null }));
    set({ projectId, importId: null, files: waiting, isRunning: true, error: null });
    const imports = `/api/projects/${projectId}/imports`;
    try {
      const source = files.length === 1 ? (waiting[0]?.name ?? t('oneFile')) : t('files', { count: files.length });
      const { importId } = await api.post<{ importId: string }>(imports, { source, split, ...(split === 'transfer' ? { suite } : {}) });
      change({ importId });
      const queue = files.map((file, index) => ({ file, index }));
      const work = async (): Promise<void> => {
        for (let next = queue.shift(); next && !signal.aborted; next = queue.shift()) {
          await sendOne(t, `${imports}/${importId}/files`, next.file, next.index, signal);
        }
      };
      await Promise.all(Array.from({ length: uploadsAtATime }, work));
      await api.post(`${imports}/${importId}/${signal.aborted ? 'cancel' : 'finish'}`);
    } catch (error) {
      change({ error });
    } finally {
      change({ isRunning: false, files: (current?.files ?? []).map((file) => (file.state === 'waiting' ? { ...file, state: 'cancelled' } : file)) });
    }
  },
  cancel: (): void => stopping?.abort(),
  /** Takes a finished import off the screen. */
  dismiss: (): void => {
    if (!current?.isRunning) set(null);
  },
};
