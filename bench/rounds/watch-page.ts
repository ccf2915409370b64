import type { Page } from 'playwright-core';

/** What the page heard and drew, in milliseconds since the epoch. */
export interface Watched {
  /** Every event of the page's own stream: when it was said (by the worker), when it was here. */
  readonly arrived: readonly { readonly type: string; readonly at: number; readonly here: number; readonly stamp: number | null }[];
  /** When each stamped line was in the page's document. */
  readonly drawn: readonly { readonly stamp: number; readonly here: number }[];
}

type Recorder = { arrived: Watched['arrived'][number][]; drawn: Watched['drawn'][number][] };
type WatchedWindow = Window & { hundredfoldWatched?: Recorder };

/** Run in the page before its own scripts: listens along on its streams and watches what it draws. */
export function watchStreams(): void {
  const held: Recorder = { arrived: [], drawn: [] };
  (window as WatchedWindow).hundredfoldWatched = held;
  const stampOf = (text: string): number | null => {
    const found = /stamped (\d{13})/.exec(text);
    return found ? Number(found[1]) : null;
  };
  const Own = window.EventSource;
  window.EventSource = class extends Own {
    constructor(url: string | URL, options?: EventSourceInit) {
      super(url, options);
      this.addEventListener('events', (message: MessageEvent<string>) => {
        const here = Date.now();
        const events = JSON.parse(message.data) as { event: { type: string; at: number; message?: string } }[];
        for (const { event } of events) held.arrived.push({ type: event.type, at: event.at, here, stamp: stampOf(event.message ?? '') });
      });
    }
  };
  const seen = new Set<number>();
  new MutationObserver((records) => {
    const here = Date.now();
    for (const added of records.flatMap(({ addedNodes }) => [...addedNodes])) {
      for (const [, digits] of (added.textContent ?? '').matchAll(/stamped (\d{13})/g)) {
        const stamp = Number(digits);
        if (!seen.has(stamp)) held.drawn.push({ stamp, here });
        seen.add(stamp);
      }
    }
  }).observe(document, { childList: true, subtree: true });
}

export const readWatched = (page: Page): Promise<Watched> =>
  page.evaluate(() => (window as WatchedWindow).hundredfoldWatched ?? { arrived: [], drawn: [] });
