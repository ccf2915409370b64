/** Parts of the stack in the order in which they start. */
export type PartName = 'postgres' | 'migrations' | 'build' | 'web' | 'worker';

/** What a terminal shows of the stack. */
export type StackEvent =
  | { readonly type: 'starting'; readonly part: PartName }
  | { readonly type: 'ready'; readonly part: PartName; readonly detail: string; readonly ms: number }
  | { readonly type: 'died'; readonly part: PartName; readonly reason: string; readonly restartInMs: number }
  | { readonly type: 'restarted'; readonly part: PartName }
  | { readonly type: 'complaint'; readonly part: PartName; readonly line: string }
  | { readonly type: 'stopping'; readonly part: PartName };

export type OnStackEvent = (event: StackEvent) => void;

/** The event as one line for a terminal. */
export function describeEvent(event: StackEvent): string {
  switch (event.type) {
    case 'starting':
      return `${event.part}: starting`;
    case 'ready':
      return `${event.part}: ${event.detail} (${(event.ms / 1000).toFixed(1)} s)`;
    case 'died':
      return `${event.part}: ended (${event.reason}), starts again in ${(event.restartInMs / 1000).toFixed(1)} s`;
    case 'restarted':
      return `${event.part}: runs again`;
    case 'complaint':
      return `${event.part}: ${event.line}`;
    case 'stopping':
      return `${event.part}: stopping`;
  }
}
