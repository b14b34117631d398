import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';

export interface CommandResult {
  readonly exitCode: number;
  /** Standard output and standard error, without colours. */
  readonly output: string;
  readonly standardOutput: string;
}

/**
 * Runs a JavaScript program with this very Node, in the workspace, with nothing on its standard input. The Node that
 * runs is also the first on the path of whatever the program starts.
 */
export async function runCommand(
  [program, ...rest]: readonly [string, ...string[]],
  { workspace, environment = {}, onLine }: RunOptions,
): Promise<CommandResult> {
  const child = spawn(process.execPath, [program, ...rest], {
    cwd: workspace,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PATH: pathWith(workspace), ...environment },
  });
  const stop = () => child.kill('SIGTERM');
  process.once('SIGTERM', stop);
  const all: string[] = [];
  const read = async (stream: NodeJS.ReadableStream) => {
    const own: string[] = [];
    for await (const line of createInterface({ input: stream })) {
      const plain = stripVTControlCharacters(line);
      for (const lines of [own, all]) lines.push(plain);
      onLine?.(plain);
    }
    return own.join('\n');
  };
  const [exitCode, standardOutput] = await Promise.all([
    exitOf(child),
    read(child.stdout),
    read(child.stderr),
  ]);
  process.off('SIGTERM', stop);
  return { exitCode, output: all.join('\n'), standardOutput };
}

export interface RunOptions {
  readonly workspace: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly onLine?: (line: string) => void;
}

const exitOf = (child: ReturnType<typeof spawn>) =>
  new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      resolve(code ?? 1);
    });
  });

const pathWith = (workspace: string) =>
  [dirname(process.execPath), join(workspace, 'node_modules/.bin'), process.env['PATH'] ?? ''].join(
    delimiter,
  );
