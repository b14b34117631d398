const shortest = 20;
const longest = 1000;

/**
 * Makes pauses of 20 to 999 ms pass `divisor` times as fast: the back-off of retries, which keeps the simulated world
 * at wall speed. Longer timers, such as the time-outs of calls, stay the wall's.
 */
export const shortenWaits = (divisor) => {
  const wallTimeout = globalThis.setTimeout;
  const shortened = (action, delay, ...rest) => {
    const short = delay >= shortest && delay < longest;
    return wallTimeout(action, short ? delay / divisor : delay, ...rest);
  };
  Object.defineProperties(shortened, Object.getOwnPropertyDescriptors(wallTimeout));
  globalThis.setTimeout = shortened;
};
