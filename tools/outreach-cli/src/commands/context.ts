import type { Cloud, OpenCloud } from '../cloud/cloud.ts';
import type { OutreachOptions } from '../options.ts';
import type { Progress } from '../progress.ts';

/** Where a command writes to, what it works on and what may end it. */
export interface Terminal {
  /** The result, and nothing else. */
  readonly out: (text: string) => void;
  /** What a person should know besides. */
  readonly note: (text: string) => void;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  readonly workspace: string;
  readonly openCloud: OpenCloud;
}

/** What a command is asked for, and by whom. */
export interface Context {
  readonly options: OutreachOptions;
  readonly terminal: Terminal;
}

/** Works on the stage that the command line names and leaves it in order. */
export async function withCloud<T>(
  { options: { stage, speed, state: stateDirectory }, terminal }: Context,
  purpose: 'run' | 'look',
  work: (cloud: Cloud) => Promise<T>,
): Promise<T> {
  const { workspace, note: onNote, openCloud } = terminal;
  const cloud = await openCloud({ stage, workspace, purpose, speed, stateDirectory, onNote });
  try {
    return await work(cloud);
  } finally {
    await cloud.close();
  }
}
