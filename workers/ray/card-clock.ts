/** Seconds times cards that a round's job takes, while it has them. */
export interface CardClock {
  readonly start: () => void;
  readonly stop: (at: number) => void;
  readonly seconds: () => number;
}

/**
 * @param since where an earlier attempt left off counting a job that went on
 * without it; null where the cards are not held yet.
 */
export function createCardClock(cards: number, since: Date | null, now: () => number = Date.now): CardClock {
  let startedAt = since?.getTime() ?? null;
  let stoppedAt: number | null = null;
  return {
    start: () => void (startedAt ??= now()),
    stop: (at) => void (stoppedAt ??= at),
    seconds: () => (startedAt === null ? 0 : (Math.max(0, (stoppedAt ?? now()) - startedAt) / 1000) * cards),
  };
}
