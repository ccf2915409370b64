/** What a round can be; the words of `RoundState` in the database. */
export const roundStates = [
  'queued',
  'preparing',
  'training',
  'evaluating',
  'ready',
  'failed',
  'cancelled',
  'interrupted',
  'paused',
] as const;
export type RoundState = (typeof roundStates)[number];

/** What can happen to it. */
export type RoundTransition =
  /** A worker took it: the first attempt prepares, a later one resumes. */
  | { readonly type: 'claimed' }
  /** Data is loaded and training begins (or goes on where the last attempt stopped). */
  | { readonly type: 'prepared' }
  /** Training ended at its planned step and the checkpoints are registered. */
  | { readonly type: 'trained' }
  | { readonly type: 'evaluated' }
  /** Its worker stopped before the end: another attempt goes on. */
  | { readonly type: 'worker-lost' }
  /** A person asked for a rest: what was reached is kept, nobody goes on by himself. */
  | { readonly type: 'paused' }
  | { readonly type: 'resumed' }
  | { readonly type: 'failed'; readonly reason: string }
  | { readonly type: 'cancelled' };
export type RoundTransitionType = RoundTransition['type'];

/** Nothing happens to a round after these. */
export const terminalStates = ['ready', 'failed', 'cancelled'] as const satisfies readonly RoundState[];
/** Someone works on these, or will as soon as he can. */
export const activeStates = ['queued', 'preparing', 'training', 'evaluating', 'interrupted'] as const satisfies readonly RoundState[];
export const isTerminal = (state: RoundState): boolean => (terminalStates as readonly RoundState[]).includes(state);

const always = { failed: 'failed', cancelled: 'cancelled' } as const;
const held = { ...always, claimed: 'interrupted', 'worker-lost': 'interrupted' } as const;

/**
 * The whole diagram. `interrupted` is also the state in which a later attempt
 * prepares: "interrupted, resuming".
 */
const diagram: Readonly<Record<RoundState, Readonly<Partial<Record<RoundTransitionType, RoundState>>>>> = {
  queued: { ...always, claimed: 'preparing', paused: 'paused' },
  preparing: { ...held, prepared: 'training', paused: 'paused' },
  training: { ...held, trained: 'evaluating', paused: 'paused' },
  evaluating: { ...held, evaluated: 'ready' },
  interrupted: { ...held, prepared: 'training', paused: 'paused' },
  paused: { ...always, resumed: 'queued' },
  ready: {},
  failed: {},
  cancelled: {},
};

/** @returns the state after the event, or null where the event cannot happen in this state. */
export function transition(state: RoundState, event: RoundTransition): RoundState | null {
  return diagram[state][event.type] ?? null;
}

/** The states in which the event may happen: the condition of the update in the database. */
export function statesThatAllow(type: RoundTransitionType): RoundState[] {
  return roundStates.filter((state) => diagram[state][type] !== undefined);
}
