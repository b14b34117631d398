import type { Plugin } from 'esbuild';

const standIn = `
const none = () => Promise.reject(new Error('A function has no shared AWS configuration files'));
export const fileIntercept = {};
export const filePromises = {};
export const readFile = (path) => fileIntercept[path] ?? none();
`;

/**
 * Keeps the SDK from looking for `~/.aws/config` and `~/.aws/credentials`: a function has none, all that it needs is in
 * its environment. The SDK takes a file that cannot be read for an empty one.
 */
export const noSharedFiles: Plugin = {
  name: 'no-shared-files',
  setup(build) {
    build.onLoad({ filter: /[/\\]shared-ini-file-loader[/\\]readFile\.js$/ }, () => ({
      contents: standIn,
      loader: 'js',
    }));
  },
};
