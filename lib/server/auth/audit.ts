import { db } from '../db/client';

interface AuditEntry {
  readonly projectId: string | null;
  readonly userId: string | null;
  /** Verb as in the use case: "view-document". */
  readonly action: string;
  /** What it was done to: "document:ID". Never a value. */
  readonly subject: string;
}

/** Appends to the audit log (invariant 11). */
export async function recordAudit(entry: AuditEntry): Promise<void> {
  await db().auditEvent.create({ data: entry });
}
