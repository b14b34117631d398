import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { boundaries } from './eslint.boundaries.mjs';

const tests = ['**/*.test.ts', '**/*.test.tsx', '**/fixtures/**/*.{ts,tsx}', '**/testing/**/*.ts'];

const everywhere = [
  { selector: 'TSEnumDeclaration', message: 'Use an `as const` object and a union type.' },
  { selector: 'ExportDefaultDeclaration', message: 'Export it by name, so that it has one name everywhere.' },
  {
    selector: "ImportDeclaration[source.value='zod'] > ImportSpecifier[imported.name='z']",
    message: "Write `import * as z from 'zod'`: the named import bundles every locale of zod.",
  },
];
const outsideTests = [
  {
    selector: "NewExpression[callee.name='Error']",
    message: 'Throw an AtlasError subclass (libs) or a named error that says what the caller can do.',
  },
];
const inTests = [
  {
    selector:
      'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(only|skip|todo|failing)$/]',
    message: 'No focused or skipped tests.',
  },
  {
    selector: 'CallExpression[callee.name=/^(fit|fdescribe|xit|xtest|xdescribe)$/]',
    message: 'No focused or skipped tests.',
  },
  {
    selector: 'CallExpression[callee.name=/^(it|test)$/] > Literal[value=/\\bshould\\b/]',
    message: 'Say what is true, in the present tense: "refuses a number without a country".',
  },
];

const testOnly = {
  regex: '(^|/)(testing|fixtures)(/|$)',
  message: 'It serves tests: what is shipped must not import it.',
};
const handlerSource = {
  regex: '^\\./src/',
  message: 'A stack deploys the bundle that `build` makes; it does not run the source.',
};
const nodeModules = { regex: '^node:', message: 'The domain is pure: take what Node gives as an argument.' };
const impureGlobals = ['Date', 'process', 'fetch', 'setTimeout', 'performance'].map((name) => ({
  name,
  message: `The domain is pure: take what \`${name}\` gives as an argument.`,
}));

export default tseslint.config(
  { ignores: ['**/dist/**', '**/cdk.out/**', '**/node_modules/**', '.nx/**', '.atlas/**', '**/coverage/**'] },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': ['error', boundaries.shipped],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      // There are no enums here; it takes a generic key for one.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      'no-restricted-syntax': ['error', ...everywhere, ...outsideTests],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 8],
      'max-depth': ['error', 3],
      'max-params': ['error', 3],
      'no-console': 'error',
      'no-empty': 'error',
    },
  },
  { files: ['apps/web/**/*.ts', 'apps/web/**/*.tsx'], ...reactHooks.configs.flat['recommended-latest'] },
  {
    // Vite reads its configuration from the default export.
    files: ['**/vite.config.ts'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere.slice(0, 1), ...outsideTests] },
  },
  {
    files: ['**/src/**/*.ts', '**/src/**/*.tsx'],
    rules: { 'no-restricted-imports': ['error', { patterns: [testOnly] }] },
  },
  {
    files: ['libs/domain/src/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...impureGlobals],
      'no-restricted-imports': ['error', { patterns: [testOnly, nodeModules] }],
    },
  },
  {
    files: ['apps/**/cdk.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [handlerSource] }] },
  },
  {
    files: ['**/cdk.ts'],
    rules: { '@nx/enforce-module-boundaries': ['error', boundaries.stacks] },
  },
  { files: ['tools/**/*.ts'], rules: { 'no-console': 'off', 'no-restricted-imports': 'off' } },
  {
    files: tests,
    rules: {
      '@nx/enforce-module-boundaries': ['error', boundaries.tests],
      'no-restricted-syntax': ['error', ...everywhere, ...inTests],
      'no-restricted-imports': 'off',
      'no-restricted-globals': 'off',
      'max-lines': 'off',
      'max-params': 'off',
      complexity: 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  // A declaration says how somebody else's module is.
  { files: ['**/*.d.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['**/*.cjs', '**/*.mjs', '**/*.js'],
    languageOptions: {
      globals: {
        module: 'writable',
        require: 'readonly',
        process: 'readonly',
        console: 'readonly',
        Buffer: 'readonly',
      },
    },
  },
  prettier,
);
