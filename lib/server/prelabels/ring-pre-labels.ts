import { log } from '../logging/log';
import { enqueue } from '../queue/enqueue';

/**
 * Asks for pre-labels to be looked after. Nobody's label may fail for it: a bell
 * that cannot be rung now is rung by the worker's sweep.
 */
export async function ringPreLabels(projectId: string): Promise<void> {
  try {
    await enqueue('keep-pre-labels', { projectId });
  } catch (error) {
    log().warn({ projectId, err: error }, 'the bell for pre-labels was not heard');
  }
}
