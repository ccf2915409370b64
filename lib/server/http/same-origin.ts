import { AppError } from '@/lib/core/errors/app-error';
import { env } from '../env/env';

/**
 * Refuses writes that another site's page sends with this browser's cookies.
 * Requests without an Origin (the CLI, tests) carry no ambient cookies.
 */
export function assertSameOrigin(request: Request): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const origin = request.headers.get('origin');
  if (origin === null) return;
  const host = request.headers.get('host');
  if (origin === new URL(env().APP_URL).origin || new URL(origin).host === host) return;
  throw new AppError('forbidden', 'This request came from another site.');
}
