import { db } from '@/lib/server/db/client';
import { env } from '@/lib/server/env/env';
import { toErrorResponse, toJsonResponse } from '@/lib/server/http/respond';
import { AppError } from '@/lib/core/errors/app-error';

export const dynamic = 'force-dynamic';

/** For supervisors and load balancers: up, and the database answers. */
export async function GET(): Promise<Response> {
  try {
    await db().$queryRaw`select 1`;
    return toJsonResponse({ ok: true, instance: env().INSTANCE_ID });
  } catch {
    return toErrorResponse(new AppError('unavailable', 'The database does not answer.'));
  }
}
