import path from 'node:path';
import { env } from '../env/env';
import { openFileStorage } from './file-storage';
import { openRemoteStorage } from './remote/remote-storage';
import type { Storage } from './storage-shape';

let opened: Storage | undefined;

function open(): Storage {
  const { STORAGE_URL, WORKER_TOKEN } = env();
  return STORAGE_URL.startsWith('file:')
    ? openFileStorage(path.resolve(STORAGE_URL.slice('file:'.length)))
    : openRemoteStorage({ url: STORAGE_URL, token: WORKER_TOKEN ?? '' });
}

/** The storage that STORAGE_URL names. */
export const storage = (): Storage => (opened ??= open());
