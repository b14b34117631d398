import { isBuiltin } from 'node:module';
import type { Plugin } from 'esbuild';

const identifier = /^[A-Za-z_$][\w$]*$/;

/** For `import`: what is not imported is not even read, as the reads are marked as pure and hence dropped. */
function asModule(name: string): string {
  const names = Object.keys(process.getBuiltinModule(name) ?? {}).filter(
    (key) => identifier.test(key) && key !== 'default',
  );
  return [
    `const all = ${asWhole(name)};`,
    'const read = (key) => all[key];',
    'export default all;',
    ...names.map(
      (key, index) =>
        `const read${String(index)} = /* @__PURE__ */ read('${key}'); export { read${String(index)} as ${key} };`,
    ),
  ].join('\n');
}

const asWhole = (name: string): string => `process.getBuiltinModule(${JSON.stringify(name)})`;

/**
 * Takes Node's own modules by `process.getBuiltinModule`. An `import` of one makes a namespace of all that it exports,
 * which reads every getter, and `node:http` and `node:process` load parts of Node behind theirs that no function uses.
 */
export const builtInModules: Plugin = {
  name: 'built-in-modules',
  setup(build) {
    build.onResolve({ filter: /^[a-z:_/0-9]+$/ }, ({ kind, path }) =>
      isBuiltin(path)
        ? {
            path: `node:${path.replace(/^node:/, '')}`,
            namespace: kind === 'import-statement' ? 'built-in' : 'built-in-whole',
            sideEffects: false,
          }
        : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'built-in' }, ({ path }) => ({
      contents: asModule(path),
      loader: 'js',
    }));
    build.onLoad({ filter: /.*/, namespace: 'built-in-whole' }, ({ path }) => ({
      contents: `module.exports = ${asWhole(path)};`,
      loader: 'js',
    }));
  },
};
