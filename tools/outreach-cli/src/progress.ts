import { SingleBar } from 'cli-progress';

export interface Progress {
  update(progress: { readonly started: number; readonly finished: number; readonly total: number }): void;
  stop(): void;
}

/** A bar on a terminal, and nothing elsewhere, so that output can be piped. */
export function createProgress(stream: NodeJS.WriteStream): Progress {
  if (!stream.isTTY) return { update: () => undefined, stop: () => undefined };
  const bar = new SingleBar({
    format: '{bar} {percentage}%  {value}/{total} finished, {started} started, {duration_formatted}',
    stream,
    hideCursor: true,
  });
  let running = false;
  return {
    update({ started, finished, total }) {
      if (!running) bar.start(total, 0, { started: 0 });
      running = true;
      bar.update(finished, { started });
    },
    stop: () => bar.stop(),
  };
}
