import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { BrowserError } from './browser-error.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** A Chromium of this machine: what `ATLAS_CHROMIUM` names, else the first in the PATH; undefined without one. */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const { ATLAS_CHROMIUM: named, PATH: path = '' } = environment;
  if (named !== undefined && named !== '') return isProgram(named) ? named : undefined;
  return path
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find(isProgram);
}

/** As {@link findChromium}. @throws BrowserError that says how to get one */
export function requireChromium(environment: NodeJS.ProcessEnv = process.env): string {
  const found = findChromium(environment);
  if (found !== undefined) return found;
  throw new BrowserError(
    'No Chromium was found: install one (Debian: apt-get install chromium), or name it in ATLAS_CHROMIUM',
  );
}
