import type { Plugin } from 'esbuild';

const namespace = 'no-event-streams';

/**
 * Refuses event streams where they would begin: no operation of a function has one. All clients share an `import()` of
 * them, and a bundler makes every module that such an import reaches one that starts on demand, of which it can drop
 * nothing: most of `@smithy/core`.
 */
export const noEventStreams: Plugin = {
  name: namespace,
  setup(build) {
    build.onResolve({ filter: /^@smithy\/core\/event-streams$/ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, namespace } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace }, () => ({
      contents: "throw new Error('A function reads and writes no event streams'); export {};",
      loader: 'js',
    }));
  },
};
