import { type LintMessage, lintSnippets } from './fixtures/lint-snippets.ts';

const boundary = '@nx/enforce-module-boundaries';
const anImport = (specifier: string) => `import '${specifier}';`;

/** File, what it may not import, and what lint says to it. */
const forbidden: [string, string, string | RegExp][] = [
  ['libs/resource-names/src/snippet.ts', '@atlas-engine/language-model', '"type:domain" can only depend on'],
  ['libs/domain/src/snippet.ts', '@atlas-engine/interaction-store', 'Circular dependency'],
  ['libs/domain/src/snippet.ts', '@atlas-engine/function-kit', 'Circular dependency'],
  ['libs/domain/src/snippet.ts', '@aws-sdk/client-dynamodb', '"type:domain" is not allowed to import'],
  ['libs/domain/src/snippet.ts', 'aws-cdk-lib', '"type:domain" is not allowed to import'],
  [
    'libs/connect-flows/src/snippet.ts',
    '@aws-sdk/client-connect',
    '"type:contract" is not allowed to import',
  ],
  ['libs/connect-flows/src/snippet.ts', '@atlas-engine/language-model', '"type:contract" can only depend on'],
  ['libs/connect-flows/src/snippet.ts', '@atlas-engine/call-recording', '"type:contract" can only depend on'],
  ['libs/function-kit/src/snippet.ts', '@atlas-engine/resource-names/src/index.ts', 'Only packages defined'],
  ['libs/language-model/src/snippet.ts', 'aws-cdk-lib', '"type:adapter" is not allowed to import'],
  ['libs/language-model/src/snippet.ts', '@atlas-engine/constructs', '"type:adapter" can only depend on'],
  ['libs/interaction-store/src/snippet.ts', '@atlas-engine/simulation', '"type:adapter" can only depend on'],
  [
    'apps/outreach/create-lead/src/snippet.ts',
    '@atlas-engine/constructs',
    '"type:function" can only depend on',
  ],
  [
    'apps/outreach/create-lead/src/snippet.ts',
    '@atlas-engine/simulation',
    '"type:function" can only depend on',
  ],
  ['infra/platform/src/snippet.ts', '@atlas-engine/language-model', '"type:infra" can only depend on'],
  ['infra/platform/src/snippet.ts', '@aws-sdk/client-s3', '"type:infra" is not allowed to import'],
  ['apps/outreach/create-lead/cdk.ts', '@atlas-engine/salesforce-client', 'can only depend on'],
];

/** Nothing may import an app or a file past another project's `exports`. */
const closed: [string, string, string | RegExp][] = [
  ['apps/outreach/create-lead/src/snippet.ts', '@atlas-engine/update-lead', 'Only packages defined'],
  [
    'apps/outreach/create-lead/src/snippet.ts',
    '../../update-lead/src/handler.ts',
    'cannot be imported by a relative',
  ],
  ['infra/platform/src/snippet.ts', '@atlas-engine/create-lead', 'Only packages defined'],
  ['infra/platform/src/snippet.ts', '../../../apps/outreach/create-lead/src/handler.ts', 'by a relative'],
  ['libs/language-model/src/snippet.ts', '@atlas-engine/create-lead', 'Only packages defined'],
  ['tools/simulation/src/snippet.ts', '@atlas-engine/create-lead', 'Only packages defined'],
  ['libs/language-model/src/snippet.ts', '@atlas-engine/domain/src/reasons.ts', 'Only packages defined'],
  ['libs/language-model/src/snippet.ts', '../../domain/src/reasons.ts', 'cannot be imported by a relative'],
];

/** Packages that no `package.json` above the file declares, React in the libraries among them. */
const undeclared: [string, string, string | RegExp][] = [
  ['libs/language-model/src/snippet.ts', 'react', 'Only packages defined'],
  ['libs/domain/src/snippet.ts', 'react-dom/client', 'Only packages defined'],
  ['apps/outreach/create-lead/src/snippet.ts', 'react', 'Only packages defined'],
  ['libs/language-model/src/snippet.ts', 'jose', 'Only packages defined'],
];

const allowed: [string, string][] = [
  ['libs/interaction-store/src/snippet.ts', '@atlas-engine/domain'],
  ['libs/interaction-store/src/snippet.ts', '@atlas-engine/function-kit'],
  ['libs/interaction-store/src/snippet.ts', '@aws-sdk/client-dynamodb'],
  ['libs/interaction-store/src/snippet.test.ts', '@atlas-engine/simulation'],
  ['libs/interaction-store/src/snippet.test.ts', '@atlas-engine/domain/testing'],
  ['libs/interaction-store/src/fixtures/snippet.ts', '@atlas-engine/dynamodb-local'],
  ['libs/connect-flows/src/snippet.ts', '@atlas-engine/domain'],
  ['apps/outreach/create-lead/src/snippet.ts', '@atlas-engine/salesforce-client/compose'],
  ['apps/outreach/create-lead/cdk.ts', '@atlas-engine/constructs'],
  ['infra/platform/src/snippet.ts', '@atlas-engine/resource-names'],
  ['infra/contact-centre/src/snippet.ts', '@atlas-engine/connect-flows'],
  ['infra/platform/src/snippet.ts', '@atlas-engine/constructs'],
  ['infra/platform/src/snippet.ts', 'aws-cdk-lib/aws-s3'],
  ['tools/outreach-cli/src/snippet.ts', '@atlas-engine/interaction-store'],
  ['tools/outreach-cli/src/snippet.ts', '@atlas-engine/domain/testing'],
];

const inDomain = 'libs/domain/src/snippet.ts';
const inLibrary = 'libs/language-model/src/snippet.ts';
const inTest = 'libs/domain/src/snippet.test.ts';

/** What is wrong, where, the code, the rule and what it says. */
const houseRules: [string, string, string, string, string][] = [
  ['a bare Error', inLibrary, "throw new Error('x');", 'no-restricted-syntax', 'Throw an AtlasError'],
  ['an enum', inLibrary, 'export enum Size { Small }', 'no-restricted-syntax', '`as const`'],
  ['an enum in a test', inTest, 'export enum Size { Small }', 'no-restricted-syntax', '`as const`'],
  ['a default export', inLibrary, 'export default 1;', 'no-restricted-syntax', 'by name'],
  [
    'the bundle of all locales',
    inLibrary,
    "import { z } from 'zod'; z.int();",
    'no-restricted-syntax',
    'as z',
  ],
  ['the clock in the domain', inDomain, 'export const now = new Date();', 'no-restricted-globals', '`Date`'],
  ['the environment in the domain', inDomain, 'process.exit();', 'no-restricted-globals', '`process`'],
  ['the network in the domain', inDomain, "await fetch('/');", 'no-restricted-globals', '`fetch`'],
  ['files in the domain', inDomain, anImport('node:fs'), 'no-restricted-imports', 'pure'],
  ['test data in a library', inLibrary, anImport('./fixtures/x.ts'), 'no-restricted-imports', 'serves tests'],
  [
    "another's fakes in a library",
    inLibrary,
    anImport('@atlas-engine/domain/testing'),
    'no-restricted-imports',
    '',
  ],
  [
    'a handler in a stack',
    'apps/outreach/create-lead/cdk.ts',
    anImport('./src/handler.ts'),
    'no-restricted-imports',
    '',
  ],
  ['output on the console', inLibrary, "console.log('x');", 'no-console', ''],
  ['a focused test', inTest, "it.only('x', () => {});", 'no-restricted-syntax', 'focused'],
  ['a focused table', inTest, "describe.only.each([1])('x', () => {});", 'no-restricted-syntax', 'focused'],
  ['a skipped test', inTest, "test.skip('x', () => {});", 'no-restricted-syntax', 'skipped'],
  ['a test to be written', inTest, "it.todo('x');", 'no-restricted-syntax', 'skipped'],
  ['a skipped group', inTest, "xdescribe('x', () => {});", 'no-restricted-syntax', 'skipped'],
  ['a title that wishes', inTest, "it('should work', () => {});", 'no-restricted-syntax', 'present tense'],
];

const permitted: [string, string, string][] = [
  ['a bare Error in a test', inTest, "throw new Error('x');"],
  ['the clock in a test of the domain', inTest, 'new Date();'],
  ['output on the console in a tool', 'tools/simulation/src/snippet.ts', "console.log('x');"],
  ['a test', inTest, "it('works', () => {});"],
];

const snippets = [
  ...[...forbidden, ...closed, ...undeclared, ...allowed].map(([file, specifier]) => ({
    file,
    code: anImport(specifier),
  })),
  ...houseRules.map(([, file, code]) => ({ file, code })),
  ...permitted.map(([, file, code]) => ({ file, code })),
];
let answers: ReadonlyMap<string, LintMessage[]>;

beforeAll(() => {
  const messages = lintSnippets(snippets);
  answers = new Map(snippets.map(({ file, code }, index) => [file + code, messages[index] ?? []]));
}, 60_000);

const says = (file: string, code: string) => answers.get(file + code);

describe('the boundaries', () => {
  it.each(forbidden)('forbid %s to import %s', (file, specifier, text) => {
    expect(says(file, anImport(specifier))).toContainEqual({
      rule: boundary,
      text: expect.stringMatching(text),
    });
  });

  it.each(closed)('let %s not reach %s', (file, specifier, text) => {
    expect(says(file, anImport(specifier))).toContainEqual({
      rule: boundary,
      text: expect.stringMatching(text),
    });
  });

  it.each(undeclared)('let %s not import %s, which it does not declare', (file, specifier, text) => {
    expect(says(file, anImport(specifier))).toContainEqual({
      rule: boundary,
      text: expect.stringMatching(text),
    });
  });

  it.each(allowed)('allow %s to import %s', (file, specifier) => {
    expect(says(file, anImport(specifier))).toEqual([]);
  });
});

describe('the house rules', () => {
  it.each(houseRules)('forbid %s', (_what, file, code, rule, text) => {
    expect(says(file, code)).toContainEqual({ rule, text: expect.stringContaining(text) });
  });

  it.each(permitted)('allow %s', (_what, file, code) => {
    expect(says(file, code)).toEqual([]);
  });
});
