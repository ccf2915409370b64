/**
 * How a person asks a running round to leave off, beside cancelling it:
 * `pause` keeps the way back, `keep-best` ends training with what it has.
 */
export const stopRequests = ['pause', 'keep-best'] as const;
export type StopRequest = (typeof stopRequests)[number];

/** The column of the database, which is free text. */
export const readStopRequest = (text: string | null): StopRequest | null =>
  stopRequests.find((request) => request === text) ?? null;
