/** Where the browser gets a page from; `page` counts from 0. */
export const pageImageUrl = (projectId: string, documentId: string, page: number): string =>
  `/api/projects/${projectId}/documents/${documentId}/pages/${page}/image`;

/** The same page small, for thumbnails. */
export const pagePreviewUrl = (projectId: string, documentId: string, page: number): string =>
  `/api/projects/${projectId}/documents/${documentId}/pages/${page}/preview`;
