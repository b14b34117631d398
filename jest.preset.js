const { basename } = require('node:path');

const project = basename(process.cwd());
// Published as ES modules only.
const esmOnly = ['commander', 'dynalite', 'jose'].join('|');
const integration = process.env.ATLAS_INTEGRATION === '1';

/** One preset for every project: swc, Node, sources imported as `.ts`. Unit and integration tests never run together. */
module.exports = {
  testEnvironment: 'node',
  testMatch: integration ? ['**/*.integ.test.ts'] : ['**/*.test.ts', '**/*.test.tsx'],
  testPathIgnorePatterns: [
    '/node_modules/',
    '/dist/',
    '/cdk.out/',
    ...(integration ? [] : ['\\.integ\\.test\\.ts$']),
  ],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/cdk.out/'],
  transform: {
    '^.+\\.tsx$': [
      require.resolve('@swc/jest'),
      {
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'commonjs', importInterop: 'node' },
      },
    ],
    '^.+\\.(ts|mts|js|mjs)$': [
      require.resolve('@swc/jest'),
      {
        jsc: { target: 'es2024', parser: { syntax: 'typescript' } },
        module: { type: 'commonjs', importInterop: 'node' },
      },
    ],
  },
  moduleNameMapper: { '^fast-check$': `${__dirname}/tools/nx-plugin/src/property-tests/fast-check.cjs` },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly})/)`],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  displayName: project,
};
