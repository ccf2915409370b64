import type { AnnotationContent } from '@/lib/core/annotation/content';
import { contentHash } from '@/lib/core/annotation/content-hash';
import type { ConflictDetails } from '@/lib/core/annotation/contract';
import type { NotedOperation } from '@/lib/core/annotation/noted-operation';
import { api, isApiError } from '@/components/ui/api';
import { translator } from '@/messages/translator';

/** How a save went, as the sync state understands it. */
export type SaveOutcome =
  | { readonly kind: 'saved'; readonly revision: number }
  | { readonly kind: 'no-answer' }
  | { readonly kind: 'conflict'; readonly theirs: ConflictDetails }
  | { readonly kind: 'refused'; readonly message: string };

export interface SaveAddress {
  readonly projectId: string;
  readonly documentId: string;
  readonly schemaVersionId: string;
}

export interface OutgoingSave {
  readonly mutationId: string;
  readonly baseRevision: number;
  /** Done since the base, in order. */
  readonly operations: readonly NotedOperation[];
  /** What they give here. */
  readonly content: AnnotationContent;
}

export const annotationUrl = ({ projectId, documentId }: Pick<SaveAddress, 'projectId' | 'documentId'>): string =>
  `/api/projects/${projectId}/documents/${documentId}/annotation`;

/** Codes that go away by waiting. */
const passing = new Set(['internal', 'unavailable', 'rate-limited']);

const t = translator('annotate.saving');

function toOutcome(error: unknown, schemaVersionId: string): SaveOutcome {
  if (!isApiError(error) || passing.has(error.code)) return { kind: 'no-answer' };
  if (error.code === 'conflict') {
    const theirs = error.details as unknown as ConflictDetails;
    // Records of two versions cannot be joined field by field.
    return theirs.schemaVersionId === schemaVersionId ? { kind: 'conflict', theirs } : { kind: 'refused', message: t('movedToVersion') };
  }
  if (error.code === 'unauthenticated') {
    return { kind: 'refused', message: t('signedOut') };
  }
  return { kind: 'refused', message: error.message };
}

/**
 * Sends one save: its operations and the hash of what they give. Where they give
 * something else on the server, the same save goes again with the content itself.
 * Never rejects.
 */
export async function sendSave(address: SaveAddress, { content, ...save }: OutgoingSave): Promise<SaveOutcome> {
  const body = { ...save, contentHash: contentHash(content), schemaVersionId: address.schemaVersionId };
  const put = (sent: object) => api.put<{ revision: number }>(annotationUrl(address), sent);
  return put(body)
    .catch((error: unknown) => {
      if (isApiError(error, 'out-of-step')) return put({ ...body, ...content });
      throw error;
    })
    .then(
      ({ revision }) => ({ kind: 'saved', revision }),
      (error: unknown) => toOutcome(error, address.schemaVersionId),
    );
}
