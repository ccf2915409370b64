import { handle as evaluate } from './evaluate-checkpoint';
import type { Handler } from '../handler';

/** As for every checkpoint; the predictions are made by the trainer's own process. */
export const handle: Handler<'evaluate-outside-checkpoint'> = (payload, context) => evaluate(payload, context);
