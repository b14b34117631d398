/** `npm run` passes a Ctrl-C on that the terminal has sent already: signals so close together are one. */
const oneSignalWithin = 1000;

/**
 * Aborts at the first SIGINT or SIGTERM; a later one ends the process at once. State is safe all the same.
 */
export function abortOnSignal(): AbortSignal {
  const interrupted = new AbortController();
  let firstAt: number | undefined;
  const onSignal = (signal: NodeJS.Signals): void => {
    firstAt ??= performance.now();
    interrupted.abort();
    if (performance.now() - firstAt > oneSignalWithin) {
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    }
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return interrupted.signal;
}
