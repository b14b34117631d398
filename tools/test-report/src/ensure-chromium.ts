import { failed, nothing, type Tally } from './tally.ts';

/** What can be done on this machine to have a browser. */
export interface Machine {
  /** The path of a Chromium, if there is one. */
  readonly findChromium: () => string | undefined;
  /** Whether packages of Debian can be installed: by root, with apt-get. */
  readonly mayInstall: boolean;
  /** Runs a program to its end, with nothing on its standard input. */
  readonly run: (program: string, args: readonly string[]) => Promise<{ exitCode: number; output: string }>;
  readonly print: (line: string) => void;
}

const whatToDo =
  'install Chromium (Debian: apt-get install chromium, as root), or name one in ATLAS_CHROMIUM';

/** Without them Chromium draws no text. */
const packages = ['chromium', 'fonts-liberation'];

/** Makes sure that browser tests have a Chromium: it is there, or Debian's is installed. Else gives a failed case. */
export async function ensureChromium(machine: Machine): Promise<Tally> {
  if (machine.findChromium() !== undefined) return nothing;
  if (!machine.mayInstall) return failed('integ', `no Chromium for the browser tests: ${whatToDo}`);
  const started = performance.now();
  machine.print('  no Chromium here: installing that of Debian');
  const commands = [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
  ];
  for (const args of commands) {
    const { exitCode, output } = await machine.run('apt-get', args);
    if (exitCode !== 0)
      return failed('integ', `Chromium could not be installed by apt-get ${args[0]}: ${whatToDo}`, output);
  }
  if (machine.findChromium() === undefined)
    return failed('integ', `Chromium was installed and is not in the PATH: ${whatToDo}`);
  machine.print(`  Chromium is installed (${Math.round((performance.now() - started) / 1000)} s)`);
  return nothing;
}
