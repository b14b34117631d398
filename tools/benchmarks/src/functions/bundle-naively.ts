import { build } from 'esbuild';

/** Bundles a handler as esbuild does by default for Node: CommonJS, not minified, nothing left out. */
export async function bundleNaively(options: {
  readonly entry: string;
  readonly outfile: string;
  readonly workspace: string;
}): Promise<void> {
  await build({
    entryPoints: [options.entry],
    outfile: options.outfile,
    absWorkingDir: options.workspace,
    bundle: true,
    platform: 'node',
    logLevel: 'error',
  });
}
