import { inferTargets } from './infer-targets.ts';

const targetsOf = (...files: string[]) => inferTargets({ root: 'libs/example', files, tags: [] });

describe('a project', () => {
  it.each([
    [['README.md'], []],
    [['tsconfig.json'], ['typecheck', 'lint']],
    [['jest.config.cjs'], []],
    [['jest.config.cjs', 'src/rule.test.ts'], ['test']],
    [['jest.config.cjs', 'src/panel.test.tsx'], ['test']],
    [['jest.config.cjs', 'src/system.integ.test.ts'], ['integ']],
    [
      ['jest.config.cjs', 'src/rule.test.ts', 'src/deep/system.integ.test.ts'],
      ['test', 'integ'],
    ],
    [['src/rule.test.ts'], []],
    [['src/handler.ts'], ['build']],
    [['src/deep/handler.ts'], []],
    [['vite.config.ts'], ['build', 'serve']],
    [['cdk.ts'], ['synth', 'deploy', 'diff']],
    [
      ['tsconfig.json', 'jest.config.cjs', 'src/handler.ts', 'src/handler.test.ts', 'cdk.ts'],
      ['typecheck', 'lint', 'test', 'build', 'synth', 'deploy', 'diff'],
    ],
  ])('with %j has the targets %j', (files, targets) => {
    expect(Object.keys(targetsOf(...files))).toEqual(targets);
  });

  const everything = targetsOf(
    'tsconfig.json',
    'jest.config.cjs',
    'src/handler.ts',
    'src/a.test.ts',
    'src/a.integ.test.ts',
    'cdk.ts',
  );

  it.each(['typecheck', 'lint', 'test', 'integ', 'build', 'synth'])(
    'repeats %s when a source changes that it uses, and else takes the result from the cache',
    (name) => {
      expect(everything[name]?.cache).toBe(true);
      expect(everything[name]?.inputs).toContain('^production');
    },
  );

  it.each(['typecheck', 'lint', 'test', 'integ'])('repeats %s when a test changes', (name) => {
    expect(everything[name]?.inputs).toContain('default');
  });

  it.each(['build', 'synth'])('does not repeat %s when a test changes', (name) => {
    expect(everything[name]?.inputs).not.toContain('default');
  });

  it.each(['deploy', 'diff'])(
    'lets %s of the configuration local reach nothing but the local cloud',
    (name) => {
      const { options, configurations } = everything[name] ?? {};
      const command = (options as { command: string }).command;
      expect(configurations).toEqual({
        local: { command: expect.stringMatching(/^node [./]*tools\/nx-plugin\/src\/deploy\/local-cdk\.ts /) },
      });
      expect((configurations?.['local'] as { command: string }).command).toContain(
        command.slice('cdk '.length),
      );
    },
  );

  it.each(['deploy', 'diff'])('never takes %s from the cache', (name) => {
    expect(everything[name]?.cache).toBe(false);
  });

  it('keeps apart what unit and integration tests find', () => {
    expect(everything['test']?.outputs).toEqual(['{projectRoot}/test-results/unit.json']);
    expect(everything['integ']?.outputs).toEqual(['{projectRoot}/test-results/integ.json']);
    expect(everything['test']?.options).toMatchObject({
      command: 'mkdir -p test-results && jest --ci --json --outputFile=test-results/unit.json',
      env: { ATLAS_INTEGRATION: '' },
    });
    expect(everything['integ']?.options).toMatchObject({
      command: 'mkdir -p test-results && jest --ci --json --outputFile=test-results/integ.json --runInBand',
      env: { ATLAS_INTEGRATION: '1' },
    });
  });

  it('checks imports against package.json from wherever it lies', () => {
    const commands = (root: string) =>
      (inferTargets({ root, files: ['tsconfig.json'], tags: [] })['lint']?.options as { commands: string[] })
        .commands;
    expect(commands('libs/a')).toEqual(['eslint .', 'node ../../tools/nx-plugin/src/dependencies/main.ts']);
    expect(commands('apps/area/a')[1]).toBe('node ../../../tools/nx-plugin/src/dependencies/main.ts');
    expect(commands('tools/nx-plugin')[1]).toBe('node src/dependencies/main.ts');
  });
});

describe('an integration test', () => {
  it('sees the system as it would be deployed, and has the machine for itself', () => {
    expect(targetsOf('jest.config.cjs', 'src/a.integ.test.ts')['integ']).toMatchObject({
      parallelism: false,
      dependsOn: [
        {
          target: 'synth',
          projects: ['tag:layer:platform', 'tag:layer:function', 'tag:layer:orchestration', 'tag:layer:web'],
        },
      ],
      inputs: expect.arrayContaining([{ dependentTasksOutputFiles: '**/*' }]),
    });
  });
});

describe('a stack', () => {
  const dependenciesOf = (target: string, layer: string, files = ['cdk.ts']) =>
    inferTargets({ root: 'apps/example', files, tags: ['type:function', layer] })[target]?.dependsOn;

  it.each([
    ['layer:platform', []],
    ['layer:function', ['tag:layer:platform']],
    ['layer:orchestration', ['tag:layer:platform', 'tag:layer:function']],
    ['layer:web', ['tag:layer:platform', 'tag:layer:function', 'tag:layer:orchestration']],
    ['no:layer', []],
  ])('of %s is deployed after its synthesis and after %j', (layer, earlier) => {
    expect(dependenciesOf('deploy', layer)).toEqual([
      'synth',
      ...(earlier.length > 0 ? [{ projects: earlier, target: 'deploy' }] : []),
    ]);
  });

  it('is synthesized after its bundle', () => {
    expect(dependenciesOf('synth', 'layer:function', ['cdk.ts', 'src/handler.ts'])).toEqual(['build']);
    expect(dependenciesOf('synth', 'layer:platform')).toEqual([]);
  });

  it('is compared as it is synthesized now', () => {
    expect(dependenciesOf('diff', 'layer:function')).toEqual(['synth']);
  });

  it('is another stack on another stage, account or region, and with another shift of traffic', () => {
    const inputs = targetsOf('cdk.ts')['synth']?.inputs;
    for (const env of ['ATLAS_STAGE', 'ATLAS_ACCOUNT', 'ATLAS_REGION', 'ATLAS_TRAFFIC_SHIFT'])
      expect(inputs).toContainEqual({ env });
  });
});

describe('a bundle', () => {
  const build = inferTargets({ root: 'apps/area/example', files: ['src/handler.ts'], tags: [] })['build'];

  it('is one minified module for the runtime of the functions', () => {
    expect(build?.options).toMatchObject({
      main: 'apps/area/example/src/handler.ts',
      outputPath: 'apps/area/example/dist',
      outputFileName: 'handler.mjs',
      format: ['esm'],
      target: 'node24',
      bundle: true,
      minify: true,
    });
  });

  it('is not made again when only its stack changes', () => {
    expect(build?.inputs).toContain('bundle');
  });
});
