import { storage } from '../storage/storage';

/** States are only for going on: a round that has ended needs none. */
export const removeTrainingStates = (roundId: string): Promise<void> => storage().removeAll(`rounds/${roundId}/states`);
