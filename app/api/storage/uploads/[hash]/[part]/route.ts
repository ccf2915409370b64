import { currentWorker } from '@/lib/server/auth/worker-token';
import { bodyStream } from '@/lib/server/http/body-stream';
import { toErrorResponse, toJsonResponse } from '@/lib/server/http/respond';
import { receiveUploadPart } from '@/lib/server/use-cases/storage/receive-upload-part';

type Context = { readonly params: Promise<{ hash: string; part: string }> };

/** One part as the request's body: it streams to disk. */
export async function PUT(request: Request, { params }: Context): Promise<Response> {
  try {
    const sha256 = new URL(request.url).searchParams.get('sha256') ?? '';
    const content = bodyStream(request);
    return toJsonResponse(await receiveUploadPart(currentWorker(request), { ...(await params), sha256, content }));
  } catch (error) {
    return toErrorResponse(error);
  }
}
