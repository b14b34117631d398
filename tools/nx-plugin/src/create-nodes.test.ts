import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describeProject } from './create-nodes.ts';

describe('a package of the workspace', () => {
  const workspace = mkdtempSync(join(tmpdir(), 'nx-plugin-'));
  afterAll(() => {
    rmSync(workspace, { recursive: true });
  });

  const write = (file: string, text = '') => {
    mkdirSync(dirname(join(workspace, file)), { recursive: true });
    writeFileSync(join(workspace, file), text);
  };

  it('is a project, named without its scope, with the targets of its files', () => {
    const manifest = { name: '@atlas-engine/example', nx: { tags: ['layer:function'] } };
    write('apps/area/example/package.json', JSON.stringify(manifest));
    write('apps/area/example/cdk.ts');
    write('apps/area/example/src/handler.ts');
    const { projects } = describeProject('apps/area/example/package.json', workspace);
    expect(projects).toMatchObject({
      'apps/area/example': {
        name: 'example',
        root: 'apps/area/example',
        targets: {
          build: {},
          synth: {},
          diff: {},
          deploy: { dependsOn: ['synth', { projects: ['tag:layer:platform'] }] },
        },
      },
    });
  });

  it('gets no target from a file that a task made', () => {
    write('libs/example/package.json', JSON.stringify({ name: '@atlas-engine/example' }));
    write('libs/example/jest.config.cjs');
    write('libs/example/dist/copy.test.ts');
    write('libs/example/cdk.out/copy.test.ts');
    write('libs/example/node_modules/copy/copy.test.ts');
    const { projects } = describeProject('libs/example/package.json', workspace);
    expect(projects['libs/example']?.targets).toEqual({});
  });
});
