import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readProject } from './read-project.ts';

describe('a project on disk', () => {
  const workspace = mkdtempSync(join(tmpdir(), 'nx-plugin-'));
  const project = join(workspace, 'libs/example');
  const write = (file: string, content: unknown) => {
    mkdirSync(dirname(join(workspace, file)), { recursive: true });
    writeFileSync(join(workspace, file), typeof content === 'string' ? content : JSON.stringify(content));
  };

  beforeAll(() => {
    write('package.json', { devDependencies: { jest: '30.0.0' } });
    write('node_modules/library/package.json', { peerDependencies: { peer: '1.0.0' } });
    write('libs/example/package.json', { dependencies: { library: '1.0.0' } });
    write('libs/example/src/index.ts', 'export {};');
    write('libs/example/jest.config.cjs', '');
    write('libs/example/src/engine.js', '');
    write('libs/example/README.md', '');
    write('libs/example/dist/handler.mjs', '');
    write('libs/example/node_modules/copy/index.ts', '');
  });
  afterAll(() => {
    rmSync(workspace, { recursive: true });
  });

  it('is its manifest and its sources, without what a task made', () => {
    const { manifest, files } = readProject(project, workspace);
    expect(manifest).toEqual({ dependencies: { library: '1.0.0' } });
    expect(files.toSorted((a, b) => a.path.localeCompare(b.path))).toEqual([
      { path: 'jest.config.cjs', text: '' },
      { path: 'src/engine.js', text: '' },
      { path: 'src/index.ts', text: 'export {};' },
    ]);
  });

  it("shares the workspace's tools", () => {
    expect(readProject(project, workspace).shared).toEqual(new Set(['jest']));
  });

  it('knows the peers of what is installed above it', () => {
    const { peersOf } = readProject(project, workspace);
    expect(peersOf('library')).toEqual(['peer']);
    expect(peersOf('not-installed')).toEqual([]);
  });
});
