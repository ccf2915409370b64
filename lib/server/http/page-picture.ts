import { Readable } from 'node:stream';
import { currentActor } from '../auth/current-actor';
import { openPagePicture } from '../use-cases/documents/open-page-picture';
import { toErrorResponse } from './respond';

type Context = { readonly params: Promise<{ projectId: string; documentId: string; index: string }> };

/**
 * Streams the picture of a page. Pages never change, but who may see them does:
 * browsers keep a picture for the time of a look around, proxies never.
 */
export function pagePictureRoute(size: 'full' | 'preview') {
  return async (_request: Request, { params }: Context): Promise<Response> => {
    try {
      const { projectId, documentId, index } = await params;
      const picture = await openPagePicture(await currentActor(), { projectId, documentId, index, size });
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
