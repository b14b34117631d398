import type { Plugin } from 'esbuild';

/**
 * Gives the SDK's HTTP/1.1 handler to clients that would take HTTP/2: of Bedrock's, only operations with event streams
 * need it. `node:http2` stays unloaded, and the connection time-out of `awsClientOptions` holds, which HTTP/2's has not.
 */
export const noHttp2: Plugin = {
  name: 'no-http2',
  setup(build) {
    build.onLoad({ filter: /[/\\]node-http-handler[/\\]dist-es[/\\]node-http2-handler\.js$/ }, () => ({
      contents: "export { NodeHttpHandler as NodeHttp2Handler } from './node-http-handler';",
      loader: 'js',
    }));
  },
};
