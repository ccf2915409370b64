/** The round is to be cancelled: seen in its row. */
export class CancelSeen extends Error {
  override readonly name = 'CancelSeen';
}

/** The round is to rest until somebody resumes it: seen in its row, or a person has to mend something first. */
export class PauseSeen extends Error {
  override readonly name = 'PauseSeen';

  /** @param reason what has to be mended, in words; null where a person asked for the pause. */
  constructor(
    message: string,
    readonly reason: string | null = null,
  ) {
    super(message);
  }
}

/** A fault that another attempt may not meet again; where it does, these are the words. */
export class PassingFault extends Error {
  override readonly name = 'PassingFault';
}

/** This process is to leave off; another attempt goes on. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}
