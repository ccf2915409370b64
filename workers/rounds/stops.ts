/** The round is to be cancelled: seen in its row. */
export class CancelSeen extends Error {
  override readonly name = 'CancelSeen';
}

/** This process is to leave off; another attempt goes on. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}
