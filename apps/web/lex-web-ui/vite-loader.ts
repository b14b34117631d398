import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, type Plugin, type Rolldown } from 'vite';

const entry = fileURLToPath(new URL('src/loader/loader.ts', import.meta.url));
const types = fileURLToPath(new URL('src/loader/api.ts', import.meta.url));

/** The loader as one classic script: it runs on pages that know no modules, under a name that never changes. */
async function bundled(): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, target: 'es2022', lib: { entry, formats: ['iife'], name: 'atlasChatLoader' } },
  });
  return (output as Rolldown.RolldownOutput[])[0]?.output[0].code ?? '';
}

/** Emits `loader.js` and its types `loader.d.ts` beside the pages, and serves the script to a developer. */
export const loader = (): Plugin => ({
  name: 'atlas-chat-loader',
  async generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'loader.js', source: await bundled() });
    this.emitFile({ type: 'asset', fileName: 'loader.d.ts', source: readFileSync(types, 'utf8') });
  },
  configureServer({ middlewares }) {
    middlewares.use('/loader.js', (_request, response, next) => {
      bundled().then((code) => response.setHeader('content-type', 'text/javascript').end(code), next);
    });
  },
});
