import type { PageShape } from '@/lib/core/geometry/word';
import { pictureSizeFor } from '@/lib/core/geometry/picture-size';
import { pageImageUrl } from './page-urls';
import { prefetchPicture } from './picture-cache';

/** Fetches and decodes a page as it will first be seen: about as high as the window. */
export function prefetchPage(projectId: string, documentId: string, page: PageShape): void {
  const scale = Math.min(1, window.innerHeight / page.height);
  prefetchPicture(pageImageUrl(projectId, documentId, page.page, pictureSizeFor(page, scale, window.devicePixelRatio)));
}
