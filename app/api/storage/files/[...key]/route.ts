import { Readable } from 'node:stream';
import { currentWorker } from '@/lib/server/auth/worker-token';
import { toErrorResponse, toJsonResponse } from '@/lib/server/http/respond';
import { openStoredFile } from '@/lib/server/use-cases/storage/open-stored-file';
import { removeRunFiles } from '@/lib/server/use-cases/storage/remove-run-files';

type Context = { readonly params: Promise<{ key: readonly string[] }> };

/** A file from `?from=` on; `x-whole-bytes` says how much there is in all, so that a cut is noticed. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const key = (await params).key.join('/');
    const from = new URL(request.url).searchParams.get('from') ?? '0';
    const { bytes, body } = await openStoredFile(currentWorker(request), { key, from });
    return new Response(Readable.toWeb(body) as ReadableStream<Uint8Array>, {
      headers: { 'content-type': 'application/octet-stream', 'x-whole-bytes': String(bytes), 'cache-control': 'no-store' },
    });
  } catch (error) {
    return toErrorResponse(error);
  }
}

export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  try {
    const prefix = (await params).key.join('/');
    return toJsonResponse(await removeRunFiles(currentWorker(request), { prefix }));
  } catch (error) {
    return toErrorResponse(error);
  }
}
