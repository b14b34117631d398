import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/**
 * Writes the names that an SDK client gives to its shapes' traits in place of the constants that hold them:
 * `{ [_hQ]: … }` as `{ "httpQuery": … }`. A computed key may have side effects for all that a bundler knows, so it
 * keeps the shapes of every operation of the service; with plain keys it keeps those that the function uses.
 */
export function writeOutKeys(source: string): string {
  const constants = new Map(
    [...source.matchAll(/^const (_\w+) = ("(?:[^"\\]|\\.)*");$/gm)].map(([, name, value]) => [name, value]),
  );
  return source.replaceAll(/\[(_\w+)\]:/g, (key, name: string) => {
    const value = constants.get(name);
    return value === undefined || value === '"__proto__"' ? key : `${value}:`;
  });
}

/** Leaves out of a bundle what its AWS clients say of operations that are not used. */
export const pruneSchemas: Plugin = {
  name: 'prune-schemas',
  setup(build) {
    build.onLoad({ filter: /@aws-sdk[/\\].+[/\\]schemas[/\\]schemas_\d+\.js$/ }, async ({ path }) => ({
      contents: writeOutKeys(await readFile(path, 'utf8')),
      loader: 'js',
    }));
  },
};
