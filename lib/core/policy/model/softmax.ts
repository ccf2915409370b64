import type { Random } from '../../random';

/** Logits → log-probabilities in place; −Infinity stays what cannot be chosen. */
export function logSoftmax(logits: Float64Array): Float64Array {
  let most = -Infinity;
  for (let i = 0; i < logits.length; i++) most = Math.max(most, logits[i] as number);
  let sum = 0;
  for (let i = 0; i < logits.length; i++) sum += Math.exp((logits[i] as number) - most);
  const log = most + Math.log(sum);
  for (let i = 0; i < logits.length; i++) logits[i] = (logits[i] as number) - log;
  return logits;
}

export function argmax(values: Float64Array): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) {
    if ((values[i] as number) > (values[best] as number)) best = i;
  }
  return best;
}

/** One choice by its probability. */
export function sample(logProbabilities: Float64Array, random: Random): number {
  let left = random.next();
  let last = 0;
  for (let i = 0; i < logProbabilities.length; i++) {
    const probability = Math.exp(logProbabilities[i] as number);
    if (probability === 0) continue;
    left -= probability;
    last = i;
    if (left < 0) return i;
  }
  return last;
}

/** In nats. */
export function entropyOf(logProbabilities: Float64Array): number {
  let entropy = 0;
  for (const log of logProbabilities) if (log > -40) entropy -= Math.exp(log) * log;
  return entropy;
}

/** KL(p ‖ q), exact, in nats; what p cannot choose counts nothing. */
export function klDivergence(p: Float64Array, q: Float64Array): number {
  let divergence = 0;
  for (let i = 0; i < p.length; i++) {
    const log = p[i] as number;
    if (log > -40) divergence += Math.exp(log) * (log - (q[i] as number));
  }
  return divergence;
}
