import { isBuiltin } from 'node:module';
import type { Plugin } from 'esbuild';

const namespace = 'built-in';

/**
 * Takes Node's own modules by `process.getBuiltinModule`. An `import` of one makes a namespace of all that it exports,
 * which reads every getter, and `node:http` and `node:process` load parts of Node behind theirs that no function uses.
 */
export const builtInModules: Plugin = {
  name: 'built-in-modules',
  setup(build) {
    build.onResolve({ filter: /^[a-z:_/0-9]+$/ }, ({ path }) =>
      isBuiltin(path) ? { path: `node:${path.replace(/^node:/, '')}`, namespace } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)});`,
      loader: 'js',
    }));
  },
};
