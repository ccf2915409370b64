import type { Readable } from 'node:stream';

/** Files by key ("documents/ID/page-0.webp"). A key is written whole or not at all. */
export interface Storage {
  readonly write: (key: string, bytes: Uint8Array) => Promise<void>;
  /**
   * Copies a file of this machine, of any size, into the storage.
   * @throws AppError `broken-file` where what arrived does not have this SHA-256.
   */
  readonly writeFrom: (key: string, source: string, sha256: string, signal?: AbortSignal) => Promise<void>;
  /** @throws AppError `not-found` */
  readonly read: (key: string) => Promise<Buffer>;
  /** Copies to a file of this machine, whatever its size. @throws AppError `not-found` */
  readonly readInto: (key: string, target: string, signal?: AbortSignal) => Promise<void>;
  /** `bytes` is the size of the whole, also where it begins later. @throws AppError `not-found` */
  readonly stream: (key: string, from?: number) => Promise<{ readonly bytes: number; readonly body: Readable }>;
  readonly has: (key: string) => Promise<boolean>;
  /** Removes everything below the prefix; nothing there is no error. */
  readonly removeAll: (prefix: string) => Promise<void>;
}
