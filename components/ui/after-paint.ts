/** Longest wait where nothing is painted: a tab in the background. */
const mostMs = 100;

/** Does something once the browser has painted what is there now. @returns what calls it off */
export function afterPaint(act: () => void): () => void {
  let isDone = false;
  const once = (): void => {
    if (isDone) return;
    isDone = true;
    act();
  };
  const frame = requestAnimationFrame(() => setTimeout(once));
  const timer = setTimeout(once, mostMs);
  return () => {
    isDone = true;
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
