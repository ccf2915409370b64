/** What kept a call of the Jobs API from being answered. */
export type RayFaultKind =
  /** Nobody answers, or not in time, or the head is not ready yet: it may pass. */
  | 'unreachable'
  | 'no-token'
  | 'wrong-token'
  /** Answered, but not as a Ray cluster answers, or with a refusal. */
  | 'refused';

/** A call of the Jobs API that did not go through, in words that say what to do. */
export class RayFault extends Error {
  override readonly name = 'RayFault';

  constructor(
    readonly kind: RayFaultKind,
    message: string,
  ) {
    super(message);
  }
}

const longest = 300;

/** The last line of a Python trace says what went wrong; the rest says where. */
export function lastLine(text: string): string {
  const lines = text.split('\n').filter((line) => /\w/.test(line));
  return (lines.at(-1) ?? '').trim().slice(0, longest);
}

/** @param address of the cluster, for the words. */
export function unreachable(address: string, error: unknown): RayFault {
  const { name, code, message } = error as NodeJS.ErrnoException;
  const why = name === 'TimeoutError' ? 'no answer in time' : (code ?? message);
  return new RayFault('unreachable', `the Ray cluster at ${address} cannot be reached (${why}); look at RAY_ADDRESS and whether the cluster is up`);
}

/** What an answer other than 2xx comes to. */
export function faultOf(address: string, status: number, text: string): RayFault {
  if (status === 401) return new RayFault('no-token', `the Ray cluster at ${address} wants a token; set RAY_AUTH_TOKEN on the GPU worker`);
  if (status === 403) return new RayFault('wrong-token', `the Ray cluster at ${address} does not know this token; look at RAY_AUTH_TOKEN on the GPU worker`);
  if (text.includes('No available agent')) return new RayFault('unreachable', `the Ray cluster at ${address} has no agent that takes jobs yet`);
  if (status === 502 || status === 503 || status === 504) return new RayFault('unreachable', `the Ray cluster at ${address} cannot be reached (HTTP ${status})`);
  return new RayFault('refused', `the Ray cluster at ${address} refused (HTTP ${status}): ${lastLine(text)}`);
}
