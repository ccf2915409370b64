import { Readable } from 'node:stream';
import { currentWorker } from '@/lib/server/auth/worker-token';
import { toErrorResponse, toJsonResponse } from '@/lib/server/http/respond';
import { receiveUploadPart } from '@/lib/server/use-cases/storage/receive-upload-part';

type Context = { readonly params: Promise<{ hash: string; part: string }> };

/** One part as the request's body: it streams to disk. */
export async function PUT(request: Request, { params }: Context): Promise<Response> {
  try {
    const sha256 = new URL(request.url).searchParams.get('sha256') ?? '';
    const content = request.body ? Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]) : Readable.from([]);
    // A line that is cut before anybody reads must not end the server; who reads is told all the same.
    content.on('error', () => undefined);
    return toJsonResponse(await receiveUploadPart(currentWorker(request), { ...(await params), sha256, content }));
  } catch (error) {
    return toErrorResponse(error);
  }
}
