import { importedPackages } from './imported-packages.ts';

describe('the packages of a source', () => {
  it.each([
    ["import { a } from 'zod';", 'zod', true],
    ["import 'zod';", 'zod', true],
    ["import a, { type B } from '@scope/name/deep/path';", '@scope/name', true],
    ["import type { A } from 'name/path';", 'name', false],
    ["export * from 'zod';", 'zod', true],
    ["export { a } from 'zod';", 'zod', true],
    ["export type { A } from 'zod';", 'zod', false],
    ["const a = await import('zod');", 'zod', true],
    ["const a = require('zod');", 'zod', true],
    ["const a = require.resolve('zod/package.json');", 'zod', true],
    ["const a = import.meta.resolve('zod');", 'zod', true],
    ["type A = import('zod').ZodType;", 'zod', false],
    ["type A = typeof import('zod');", 'zod', false],
  ])('in %s is %s, at run time: %s', (source, name, atRunTime) => {
    expect(importedPackages(source)).toEqual([{ name, atRunTime }]);
  });

  it.each([
    "import { a } from './own.ts';",
    "import { readFileSync } from 'node:fs';",
    'const a = await import(name);',
    "const a = resolve('zod');",
    "const a = path.resolve('zod');",
    "// import 'zod';",
    "const text = `import 'zod';`;",
    "export const a = 'zod';",
  ])('in %s are none', (source) => {
    expect(importedPackages(source)).toEqual([]);
  });
});
