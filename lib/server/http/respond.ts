import { randomUUID } from 'node:crypto';
import { isAppError } from '@/lib/core/errors/app-error';
import { errorTable } from '@/lib/core/errors/error-table';
import { log } from '../logging/log';

/** What the browser gets instead of an answer; `id` finds the line in the log. */
export interface ErrorBody {
  readonly error: {
    readonly code: string;
    readonly title: string;
    readonly message: string;
    readonly id: string;
    readonly details: Readonly<Record<string, unknown>>;
  };
}

/** The one translation of an error into a response. Unexpected ones show only their id. */
export function toErrorResponse(error: unknown): Response {
  const id = randomUUID();
  const expected = isAppError(error);
  const code = expected ? error.code : 'internal';
  const { status, title } = errorTable[code];
  if (!expected) log().error({ id, err: error }, 'request failed');
  const body: ErrorBody = {
    error: {
      code,
      title,
      message: expected ? error.message : `Nothing was changed. Tell an admin this id: ${id}`,
      id,
      details: expected ? error.details : {},
    },
  };
  return Response.json(body, { status });
}

/** BigInt and Date as strings; everything else as JSON has it. */
export function toJsonResponse(value: unknown): Response {
  const text = JSON.stringify(value ?? null, (_key, item: unknown) =>
    typeof item === 'bigint' ? item.toString() : item,
  );
  return new Response(text, { headers: { 'content-type': 'application/json', 'cache-control': 'no-store' } });
}
