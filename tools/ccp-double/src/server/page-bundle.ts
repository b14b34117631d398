import { join } from 'node:path';
import { buildSync } from 'esbuild';

let bundle: string | undefined;

/** The panel's script, made of its sources once. */
export function panelScript(): string {
  bundle ??= buildSync({
    entryPoints: [join(import.meta.dirname, '../page/main.ts')],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  }).outputFiles[0]?.text;
  return bundle ?? '';
}
