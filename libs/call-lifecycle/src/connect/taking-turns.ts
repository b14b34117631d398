/**
 * Spaces calls of a service that allows few: each call of the answer resolves `milliseconds` after the one before, or
 * at once.
 */
export function takingTurns(
  milliseconds: number,
  wait = (delay: number) => new Promise<void>((resolve) => setTimeout(resolve, delay)),
  now: () => number = Date.now,
): () => Promise<void> {
  let next = -Infinity;
  return async () => {
    const delay = next - now();
    next = Math.max(next, now()) + milliseconds;
    if (delay > 0) await wait(delay);
  };
}
