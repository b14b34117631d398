import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { build, type Plugin } from 'esbuild';
import { builtInModules } from './built-in-modules.ts';
import * as config from './esbuild.config.ts';
import { noEventStreams } from './no-event-streams.ts';
import { noHttp2 } from './no-http2.ts';
import { noSharedFiles } from './no-shared-files.ts';
import { numberingPlans } from './numbering-plans.ts';
import { pruneSchemas, writeOutKeys } from './prune-schemas.ts';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'atlas-bundle-test-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

const bundle = async (plugin: Plugin, files: Record<string, string>): Promise<string> => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
  const { outputFiles } = await build({
    entryPoints: [join(directory, 'main.js')],
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
    plugins: [plugin],
  });
  return outputFiles[0]?.text ?? '';
};

describe('schemas of an AWS client', () => {
  const schemas = [
    'const _hQ = "httpQuery";',
    'export var Used$ = [3, { [_hQ]: "a" }];',
    'export var Unused$ = [3, { [_hQ]: "b" }];',
  ].join('\n');
  const path = '@aws-sdk/client-x/dist-es/schemas/schemas_0.js';

  it('have the names of traits written out', () => {
    expect(writeOutKeys(schemas)).toContain('Used$ = [3, { "httpQuery": "a" }];');
  });

  it('keep keys that are no constants of theirs, and one that would mean something else', () => {
    const others = 'const _p = "__proto__";\nf({ [_p]: 1, [_x]: 2, [y]: 3 });';
    expect(writeOutKeys(others)).toBe(others);
  });

  it('of operations that are not used stay out of the bundle', async () => {
    const main = `import { Used$ } from './${path}';\nexport const used = Used$;`;
    const output = await bundle(pruneSchemas, { 'main.js': main, [path]: schemas });
    expect(output).toContain('"httpQuery": "a"');
    expect(output).not.toContain('Unused');
  });
});

describe("Node's own modules", () => {
  it('are taken without an import, whichever way they are asked for', async () => {
    const main = [
      "import { join } from 'node:path';",
      "import fs from 'fs';",
      "export const all = [join, fs, require('node:fs/promises'), import('node:http')];",
    ].join('\n');
    const output = await bundle(builtInModules, { 'main.js': main });
    expect(output).not.toMatch(/\bfrom\s*"|import\("|require\("/);
    for (const name of ['path', 'fs', 'fs/promises', 'http'])
      expect(output).toContain(`process.getBuiltinModule("node:${name}")`);
  });

  it('are read only as far as they are imported', async () => {
    const main = "import { join } from 'node:path'; export const path = join('a', 'b');";
    const output = await bundle(builtInModules, { 'main.js': main });
    expect(output).toContain('read("join")');
    expect(output).not.toContain('dirname');
  });
});

describe('numbering plans', () => {
  it('are text that is parsed, with the values they had', async () => {
    const plans = { version: 4, pattern: '\\d{8}', quote: `'"` };
    const output = await bundle(numberingPlans, {
      'main.js':
        "import plans from './libphonenumber-js/metadata.min.json.js'; found = JSON.stringify(plans);",
      'libphonenumber-js/metadata.min.json.js': `export default ${JSON.stringify(plans)}`,
      'libphonenumber-js/metadata.min.json': JSON.stringify(plans),
    });
    expect(output).toContain('JSON.parse(');
    const context = { found: '' };
    runInNewContext(output, context);
    expect(JSON.parse(context.found)).toEqual(plans);
  });
});

describe('shared configuration files', () => {
  it('cannot be read', async () => {
    const path = 'shared-ini-file-loader/readFile.js';
    const output = await bundle(noSharedFiles, {
      'main.js': `export { readFile } from './${path}';`,
      [path]: "export { readFile } from 'node:fs/promises';",
    });
    expect(output).not.toContain('fs/promises');
    expect(output).toContain('A function has no shared AWS configuration files');
  });
});

describe('event streams', () => {
  const core = 'node_modules/@smithy/core';
  const files = {
    [`${core}/package.json`]: JSON.stringify({ exports: { './event-streams': './index.js' } }),
    [`${core}/index.js`]: "export const EventStreamSerde = 'decodes', eventStreamSerdeProvider = 'provides';",
  };

  it('are refused where they would begin', async () => {
    const main = "export const begin = () => import('@smithy/core/event-streams');";
    const output = await bundle(noEventStreams, { ...files, 'main.js': main });
    expect(output).not.toContain('decodes');
    expect(output).toContain('A function reads and writes no event streams');
  });

  it('stay in the configuration of clients', async () => {
    const main = "export { eventStreamSerdeProvider } from '@smithy/core/event-streams';";
    const output = await bundle(noEventStreams, { ...files, 'main.js': main });
    expect(output).toContain('provides');
    expect(output).not.toContain('decodes');
  });
});

describe('HTTP/2', () => {
  it('gives way to HTTP/1.1', async () => {
    const path = 'node-http-handler/dist-es';
    const output = await bundle(noHttp2, {
      'main.js': `export { NodeHttp2Handler } from './${path}/node-http2-handler.js';`,
      [`${path}/node-http2-handler.js`]: "import 'node:http2';\nexport class NodeHttp2Handler {}",
      [`${path}/node-http-handler.js`]: 'export class NodeHttpHandler {}',
    });
    expect(output).not.toContain('node:http2');
    expect(output).toContain('NodeHttpHandler as NodeHttp2Handler');
  });
});

describe('the options of esbuild', () => {
  it('replace what looks for credentials and tokens', () => {
    expect(Object.keys(config.alias)).toEqual([
      '@aws-sdk/credential-provider-node',
      '@aws-sdk/token-providers',
    ]);
  });
});
