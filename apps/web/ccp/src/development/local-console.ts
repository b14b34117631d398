import type { Plugin } from 'vite';

/** Where `npm start` serves the console: `ATLAS_CONSOLE` says it when the port is not the usual one. */
const site = process.env['ATLAS_CONSOLE'] ?? 'http://console.localhost:4566';

/**
 * Serves `/config.json` of the local cloud's console with its port added, and hands `/api` on to it. Node resolves no
 * `*.localhost`, so requests go to the loopback with the Host header.
 */
export function consoleOf(): Plugin {
  const { host, port } = new URL(site);
  const target = `http://127.0.0.1:${port}`;
  return {
    name: 'atlas-console',
    config: () => ({ server: { proxy: { '/api': { target, headers: { host } } } } }),
    configureServer: (server) => {
      server.middlewares.use('/config.json', (_, response) => {
        readThrough(target, host).then(
          (configuration) => {
            response.setHeader('content-type', 'application/json');
            response.end(JSON.stringify({ ...configuration, localPort: Number(port) }));
          },
          () => {
            response.statusCode = 502;
            response.end(`No console at ${site}: run npm start first, or set ATLAS_CONSOLE.`);
          },
        );
      });
    },
  };
}

/** The fetch of Node refuses to set Host; `node:http` does not. */
async function readThrough(target: string, host: string): Promise<object> {
  const { request } = await import('node:http');
  return new Promise((resolve, reject) => {
    const asked = request(`${target}/config.json`, { headers: { host } }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => (text += chunk));
      answer.on('end', () => {
        try {
          resolve(JSON.parse(text) as object);
        } catch (error) {
          reject(error instanceof Error ? error : new TypeError('not JSON'));
        }
      });
    });
    asked.on('error', reject);
    asked.end();
  });
}
