/** Weights, what Adagrad remembers of them, and the gradient being gathered. */
export interface Optimizer {
  readonly weights: Float32Array;
  /** Sum of squared gradients of each weight. */
  readonly squares: Float32Array;
  readonly gradient: Float32Array;
  /** Adds to the gradient of one weight. */
  readonly push: (index: number, amount: number) => void;
  /** Moves the touched weights against their gradient and forgets it. */
  readonly apply: (learningRate: number) => void;
}

/**
 * Lazy Adagrad (Duchi et al. 2011): a weight that no gradient reached is not
 * looked at, so a step costs what its documents hold, not what the table does.
 * `damping` is where the sum of squares begins: it keeps first steps small.
 */
export function createOptimizer(
  weights: Float32Array,
  squares: Float32Array,
  damping: number,
): Optimizer {
  const gradient = new Float32Array(weights.length);
  const isTouched = new Uint8Array(weights.length);
  let touched = new Uint32Array(1 << 12);
  let count = 0;
  return {
    weights,
    squares,
    gradient,
    push: (index, amount) => {
      gradient[index] = (gradient[index] as number) + amount;
      if (isTouched[index]) return;
      isTouched[index] = 1;
      if (count === touched.length) {
        const larger = new Uint32Array(count * 2);
        larger.set(touched);
        touched = larger;
      }
      touched[count++] = index;
    },
    apply: (learningRate) => {
      for (let k = 0; k < count; k++) {
        const index = touched[k] as number;
        const slope = gradient[index] as number;
        const square = (squares[index] as number) + slope * slope;
        squares[index] = square;
        weights[index] = (weights[index] as number) - (learningRate * slope) / Math.sqrt(square + damping);
        gradient[index] = 0;
        isTouched[index] = 0;
      }
      count = 0;
    },
  };
}
