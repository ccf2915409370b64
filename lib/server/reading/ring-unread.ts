import { enqueue } from '../queue/enqueue';
import { findUnread } from '../repositories/reading';

/**
 * Rings again for every document that waits: the row is the truth, and a bell
 * may have been lost with the queue or a worker. Run it when a worker starts.
 * @returns how many wait.
 */
export async function ringUnread(): Promise<number> {
  const ids = await findUnread();
  for (const documentId of ids) await enqueue('read-document', { documentId });
  return ids.length;
}
