import type { PictureSize } from '@/lib/core/geometry/picture-size';

const pageUrl = (projectId: string, documentId: string, page: number): string =>
  `/api/projects/${projectId}/documents/${documentId}/pages/${page}`;

/** Where the browser gets a page from, at the size that it needs; `page` counts from 0. */
export const pageImageUrl = (projectId: string, documentId: string, page: number, size: PictureSize = 'full'): string =>
  `${pageUrl(projectId, documentId, page)}/image${size === 'full' ? '' : `?size=${size}`}`;

/** The same page small, for thumbnails. */
export const pagePreviewUrl = (projectId: string, documentId: string, page: number): string =>
  `${pageUrl(projectId, documentId, page)}/preview`;

/** The words of the page. */
export const pageWordsUrl = (projectId: string, documentId: string, page: number): string =>
  `${pageUrl(projectId, documentId, page)}/words`;

/** Where a box of the page is read. */
export const pageRegionUrl = (projectId: string, documentId: string, page: number): string =>
  `${pageUrl(projectId, documentId, page)}/region`;
