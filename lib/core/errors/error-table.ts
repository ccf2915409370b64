import type { ErrorCode } from './app-error';

interface ErrorEntry {
  readonly status: number;
  /** Shown above the message of the error itself. */
  readonly title: string;
}

export const errorTable: Readonly<Record<ErrorCode, ErrorEntry>> = {
  unauthenticated: { status: 401, title: 'Sign in first' },
  forbidden: { status: 403, title: 'Your role does not allow this' },
  'not-found': { status: 404, title: 'Not found' },
  'invalid-input': { status: 400, title: 'This cannot be used as it is' },
  conflict: { status: 409, title: 'Somebody else changed it meanwhile' },
  'out-of-step': { status: 422, title: 'The edits do not give the same here' },
  'rate-limited': { status: 429, title: 'Too many tries' },
  'too-large': { status: 413, title: 'Too large' },
  'unsupported-file': { status: 415, title: 'This kind of file is not read' },
  'broken-file': { status: 422, title: 'The file is damaged' },
  'encrypted-file': { status: 422, title: 'The file is protected by a password' },
  'unsafe-archive': { status: 422, title: 'The archive is not safe to unpack' },
  duplicate: { status: 409, title: 'Already here' },
  'does-not-fit-schema': { status: 422, title: 'The record does not fit the schema' },
  'not-ready': { status: 409, title: 'Not ready yet' },
  locked: { status: 423, title: 'Submitted work is locked' },
  unavailable: { status: 503, title: 'Not available right now' },
  internal: { status: 500, title: 'Something went wrong on the server' },
};
