import type { z } from 'zod';
import { AppError } from '@/lib/core/errors/app-error';
import { currentActor } from '../auth/current-actor';
import type { UseCase } from '../use-cases/define-use-case';
import { assertSameOrigin } from './same-origin';
import { toErrorResponse, toJsonResponse } from './respond';

type RouteContext = { readonly params: Promise<Record<string, string | string[]>> };

async function readBody(request: Request): Promise<Record<string, unknown>> {
  if (request.method === 'GET' || request.method === 'HEAD') {
    return Object.fromEntries(new URL(request.url).searchParams);
  }
  const text = await request.text();
  if (text === '') return {};
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Record<string, unknown>;
  } catch (cause) {
    throw new AppError('invalid-input', 'The request body is not JSON.', {}, { cause });
  }
  throw new AppError('invalid-input', 'The request body must be a JSON object.');
}

/**
 * A route handler that only parses and calls one use case. The input is the
 * body (or the query of a GET) with the path's parameters laid over it.
 */
export function route<Input extends z.ZodType, Output>(useCase: UseCase<Input, Output>) {
  return async (request: Request, context: RouteContext): Promise<Response> => {
    try {
      assertSameOrigin(request);
      const input = { ...(await readBody(request)), ...(await context.params) };
      return toJsonResponse(await useCase(await currentActor(), input as z.input<Input>));
    } catch (error) {
      return toErrorResponse(error);
    }
  };
}
