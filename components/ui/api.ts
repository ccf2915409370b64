import { translator } from '@/messages/translator';

const t = translator('ui.api');

/** What the server says when it refuses: see lib/server/http/respond.ts. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly code: string,
    readonly title: string,
    message: string,
    readonly status: number,
    /** Finds the line in the server's log. */
    readonly id: string,
    readonly details: Readonly<Record<string, unknown>>,
  ) {
    super(message);
  }
}

type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

function withQuery(path: string, query: Query | undefined): string {
  if (!query) return path;
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const search = new URLSearchParams(given.map(([key, value]) => [key, String(value)]));
  return given.length > 0 ? `${path}?${search.toString()}` : path;
}

async function toApiError(response: Response): Promise<ApiError> {
  const body = (await response.json().catch(() => null)) as {
    error?: { code: string; title: string; message: string; id: string; details: Record<string, unknown> };
  } | null;
  const error = body?.error;
  return error
    ? new ApiError(error.code, error.title, error.message, response.status, error.id, error.details)
    : new ApiError('internal', t('serverDidNotAnswer'), t('saidStatus', { status: response.status }), response.status, '', {});
}

async function send<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const response = await fetch(path, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    ...(signal ? { signal } : {}),
  });
  if (!response.ok) throw await toApiError(response);
  return (await response.json()) as T;
}

/** JSON requests to our own routes. A lost network rejects with fetch's TypeError. */
export const api = {
  get: <T>(path: string, query?: Query, signal?: AbortSignal) => send<T>('GET', withQuery(path, query), undefined, signal),
  post: <T>(path: string, body: unknown = {}, signal?: AbortSignal) => send<T>('POST', path, body, signal),
  put: <T>(path: string, body: unknown, signal?: AbortSignal) => send<T>('PUT', path, body, signal),
  del: <T>(path: string, body: unknown = {}) => send<T>('DELETE', path, body),
};

export const isApiError = (error: unknown, code?: string): error is ApiError =>
  error instanceof ApiError && (code === undefined || error.code === code);
