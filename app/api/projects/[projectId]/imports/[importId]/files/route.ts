import { currentActor } from '@/lib/server/auth/current-actor';
import { bodyStream } from '@/lib/server/http/body-stream';
import { toErrorResponse, toJsonResponse } from '@/lib/server/http/respond';
import { assertSameOrigin } from '@/lib/server/http/same-origin';
import { importUpload } from '@/lib/server/use-cases/imports/import-upload';

type Context = { readonly params: Promise<{ projectId: string; importId: string }> };

/** One file as the request's body, its name in the query: it streams to disk, never through memory. */
export async function PUT(request: Request, { params }: Context): Promise<Response> {
  try {
    assertSameOrigin(request);
    const { projectId, importId } = await params;
    const name = new URL(request.url).searchParams.get('name') ?? '';
    const content = bodyStream(request);
    return toJsonResponse(await importUpload(await currentActor(), { projectId, importId, name, content }));
  } catch (error) {
    return toErrorResponse(error);
  }
}
