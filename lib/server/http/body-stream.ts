import { Readable } from 'node:stream';

/**
 * The body of a request as a stream, empty where it has none. A line that is
 * cut before anybody reads does not end the server; who reads is told all the same.
 */
export function bodyStream(request: Request): Readable {
  if (!request.body) return Readable.from([]);
  const body = Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]);
  body.on('error', () => undefined);
  return body;
}
