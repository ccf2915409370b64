import type { AnnotationContent } from '@/lib/core/annotation/content';
import type { ConflictDetails } from '@/lib/core/annotation/contract';
import { api, isApiError } from '@/components/ui/api';

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

interface Save {
  readonly mutationId: string;
  readonly baseRevision: number;
  readonly content: AnnotationContent;
}

export const annotationUrl = ({ projectId, documentId }: Pick<SaveAddress, 'projectId' | 'documentId'>): string =>
  `/api/projects/${projectId}/documents/${documentId}/annotation`;

/** Codes that go away by waiting. */
const passing = new Set(['internal', 'unavailable', 'rate-limited']);

const movedMessage =
  'This annotation was moved to another version of the schema in another tab. Note what you changed last, then reload.';

function toOutcome(error: unknown, schemaVersionId: string): SaveOutcome {
  if (!isApiError(error) || passing.has(error.code)) return { kind: 'no-answer' };
  if (error.code === 'conflict') {
    const theirs = error.details as unknown as ConflictDetails;
    // Records of two versions cannot be joined field by field.
    return theirs.schemaVersionId === schemaVersionId ? { kind: 'conflict', theirs } : { kind: 'refused', message: movedMessage };
  }
  if (error.code === 'unauthenticated') {
    return { kind: 'refused', message: 'You are signed out. Sign in again in another tab, then try again. Your work is kept in this browser.' };
  }
  return { kind: 'refused', message: error.message };
}

/** Sends one save; never rejects. */
export async function sendSave(address: SaveAddress, { mutationId, baseRevision, content }: Save): Promise<SaveOutcome> {
  const body = { ...content, mutationId, baseRevision, schemaVersionId: address.schemaVersionId };
  return api.put<{ revision: number }>(annotationUrl(address), body).then(
    ({ revision }) => ({ kind: 'saved', revision }),
    (error: unknown) => toOutcome(error, address.schemaVersionId),
  );
}
