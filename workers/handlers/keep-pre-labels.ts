import { log } from '@/lib/server/logging/log';
import type { Handler } from '../handler';
import { createPause, RoundGoesFirst } from '../prelabels/give-way';
import { judgeAgainstPromoted } from '../prelabels/judge-against-promoted';
import { predictAhead } from '../prelabels/predict-ahead';
import { trainWhereDue } from '../prelabels/train-where-due';

/**
 * Trains the project's pre-label model where it is due, compares it with the
 * promoted checkpoint, and has whoever suggests read the next documents. Labels
 * are read and never written. While a round is at work it does nothing: the
 * sweep rings again.
 */
export const handle: Handler<'keep-pre-labels'> = async ({ projectId }, { signal }) => {
  const pause = createPause(signal);
  try {
    await pause();
    // Labels that come in while it trains may make the next training due.
    while (await trainWhereDue(projectId, pause)) log().info({ projectId }, 'a pre-label model was trained');
    await judgeAgainstPromoted(projectId, pause);
    await predictAhead(projectId, pause);
  } catch (error) {
    if (!(error instanceof RoundGoesFirst)) throw error;
  }
};
