import { Readable } from 'node:stream';
import type { z } from 'zod';
import { currentActor } from '../auth/current-actor';
import { openPagePicture } from '../use-cases/documents/open-page-picture';
import { toErrorResponse } from './respond';

type Context = { readonly params: Promise<{ projectId: string; documentId: string; index: string }> };
type Size = z.input<typeof openPagePicture.inputSchema>['size'];

/**
 * Streams the picture of a page; `?size=1000` or `2000` asks for a copy of that
 * longest side. Pages never change, but who may see them does: browsers keep a
 * picture for the time of a look around, proxies never.
 */
export function pagePictureRoute(size: Extract<Size, 'full' | 'preview'>) {
  return async (request: Request, { params }: Context): Promise<Response> => {
    try {
      const { projectId, documentId, index } = await params;
      const asked = new URL(request.url).searchParams.get('size') as Size | null;
      const picture = await openPagePicture(await currentActor(), { projectId, documentId, index, size: asked ?? size });
      return new Response(Readable.toWeb(picture.body) as ReadableStream<Uint8Array>, {
        headers: {
          'content-type': picture.contentType,
          'content-length': String(picture.bytes),
          'cache-control': 'private, max-age=300',
        },
      });
    } catch (error) {
      return toErrorResponse(error);
    }
  };
}
