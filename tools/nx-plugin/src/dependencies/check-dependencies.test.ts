import { checkDependencies, type Manifest } from './check-dependencies.ts';

const check = (manifest: Manifest, files: Readonly<Record<string, string>>) =>
  checkDependencies({
    manifest,
    files: Object.entries(files).map(([path, text]) => ({ path, text })),
    shared: new Set(['fast-check']),
    peersOf: (name) => (name === 'aws-cdk-lib' ? ['constructs'] : []),
  });

const uses = (name: string) => `import { it } from '${name}';`;
const declared: Manifest = { dependencies: { zod: '4.6.7' }, devDependencies: { jose: '6.0.0' } };
const usesBoth = { 'src/a.ts': uses('zod'), 'src/a.test.ts': uses('jose') };

describe('a package', () => {
  it('passes that declares what it imports', () => {
    expect(check(declared, usesBoth)).toEqual([]);
  });

  it.each([
    ['src/b.ts', uses('left'), '"dependencies"'],
    ['src/b.test.ts', uses('left'), '"devDependencies"'],
    ['src/fixtures/b.ts', uses('left'), '"devDependencies"'],
    ['src/testing/b.ts', uses('left'), '"devDependencies"'],
    ['cdk.ts', uses('left'), '"devDependencies"'],
    ['src/b.ts', "import type { It } from 'left';", '"devDependencies"'],
  ])('fails when %s imports a package that it does not declare', (path, text, section) => {
    expect(check(declared, { ...usesBoth, [path]: text })).toEqual([
      `${path} imports 'left', which package.json does not declare: add it to ${section}.`,
    ]);
  });

  it('fails when what it ships needs a package that it declares for development only', () => {
    expect(check(declared, { ...usesBoth, 'src/b.ts': uses('jose') })).toEqual([
      `src/b.ts imports 'jose', which package.json declares for development only: move it to "dependencies".`,
    ]);
  });

  it('may take types from a package that it declares for development', () => {
    const manifest = { ...declared, devDependencies: { jose: '6.0.0', '@types/aws-lambda': '8.0.0' } };
    const types = "import type { Key } from 'jose'; import type { Context } from 'aws-lambda';";
    expect(check(manifest, { ...usesBoth, 'src/b.ts': types })).toEqual([]);
  });

  it("may test with the workspace's own tools, but not ship them", () => {
    expect(check(declared, { ...usesBoth, 'src/b.test.ts': uses('fast-check') })).toEqual([]);
    expect(check(declared, { ...usesBoth, 'src/b.ts': uses('fast-check') })).toHaveLength(1);
  });

  it('fails when it declares what no file mentions', () => {
    expect(check(declared, { 'src/a.ts': uses('zod') })).toEqual([
      "package.json declares 'jose', but no file mentions it: remove it.",
    ]);
  });

  it.each([
    ['a path below it', "const file = require.resolve('jose/package.json');"],
    ['its name in a string', "const external = ['jose'];"],
  ])('may mention a dependency by %s', (_what, text) => {
    expect(check(declared, { 'src/a.ts': uses('zod'), 'src/a.test.ts': text })).toEqual([]);
  });

  it('may declare the peer of what it uses', () => {
    const manifest = { dependencies: { 'aws-cdk-lib': '2.0.0', constructs: '10.0.0' } };
    expect(check(manifest, { 'src/a.ts': uses('aws-cdk-lib/aws-s3') })).toEqual([]);
  });

  it('says each thing once', () => {
    expect(check(declared, { ...usesBoth, 'src/b.ts': uses('left') + uses('left') })).toHaveLength(1);
  });
});
