/** Addresses of page images; the server checks the role and writes the audit log. */
export const documentPreviewPath = (projectId: string, documentId: string, page: number): string =>
  `/api/projects/${projectId}/documents/${documentId}/pages/${page}/preview`;

export const documentImagePath = (projectId: string, documentId: string, page: number): string =>
  `/api/projects/${projectId}/documents/${documentId}/pages/${page}/image`;
