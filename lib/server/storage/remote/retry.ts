import { setTimeout as delay } from 'node:timers/promises';
import { AppError, type ErrorCode, errorCodes, isAppError } from '@/lib/core/errors/app-error';

const firstWaitMs = 250;
const longestWaitMs = 15_000;
/** A network that is away for longer than this is told to a person. */
const patienceMs = 30 * 60_000;

/** The request did not get through, or the server could not answer just now. */
export class Passing extends Error {
  override readonly name = 'Passing';
}

function codeOf(body: unknown): ErrorCode {
  const code = (body as { error?: { code?: unknown } } | null)?.error?.code;
  return errorCodes.find((known) => known === code) ?? 'internal';
}

/**
 * Answers the response of a request that the server took.
 * @throws Passing where another try may help, AppError where it would not.
 */
export async function send(url: string, init: RequestInit & { readonly duplex?: 'half' }): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new Passing(`The workbench does not answer: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (response.ok) return response;
  const body: unknown = await response.json().catch(() => null);
  const message = (body as { error?: { message?: string } } | null)?.error?.message ?? `the workbench answered ${response.status}`;
  if (response.status >= 500 || response.status === 429) throw new Passing(message);
  throw new AppError(codeOf(body), message);
}

/**
 * Tries again, with growing waits, while the network is away: a cut costs time,
 * nothing else.
 * @throws AppError `unavailable` when patience is at its end.
 */
export async function untilThrough<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  const until = Date.now() + patienceMs;
  for (let waitMs = firstWaitMs; ; waitMs = Math.min(longestWaitMs, waitMs * 2)) {
    try {
      return await work();
    } catch (error) {
      signal?.throwIfAborted();
      if (isAppError(error)) throw error;
      if (!(error instanceof Passing) || Date.now() > until) {
        throw new AppError('unavailable', error instanceof Error ? error.message : String(error), {}, { cause: error });
      }
      await delay(waitMs, undefined, signal ? { signal } : {});
    }
  }
}
