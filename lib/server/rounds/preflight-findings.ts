import { type PreflightFinding, findingSchema } from '@/lib/core/round/outside-events';
import { z } from 'zod';
import { findDocumentNames } from '../repositories/document-names';
import { findLatestPreflight } from '../repositories/round-event';

const payloadSchema = z.object({ findings: z.array(findingSchema) });

export interface NamedFinding extends Omit<PreflightFinding, 'documents'> {
  readonly documents: readonly { readonly id: string; readonly name: string }[];
}

/** What the newest pre-flight of a round found, with the documents' names. */
export async function loadFindings(projectId: string, roundId: string): Promise<NamedFinding[]> {
  const parsed = payloadSchema.safeParse(await findLatestPreflight(roundId));
  if (!parsed.success) return [];
  const names = await findDocumentNames(projectId, parsed.data.findings.flatMap(({ documents }) => documents ?? []));
  return parsed.data.findings.map(({ documents = [], ...finding }) => ({
    ...finding,
    documents: documents.map((id) => ({ id, name: names.get(id) ?? id })),
  }));
}
