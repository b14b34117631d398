import type { TargetConfiguration } from '@nx/devkit';

const requireForCommonJs =
  "import{createRequire as atlasCreateRequire}from'node:module';const require=atlasCreateRequire(import.meta.url);";

/**
 * One minified ES module for the Lambda runtime. Credentials come from the environment there, so the SDK's
 * default chain (STS, SSO, INI files) is left out: `facts/bundles.md` has what it costs.
 */
export const bundleTarget = (root: string): TargetConfiguration => ({
  executor: '@nx/esbuild:esbuild',
  cache: true,
  inputs: ['bundle', '^production', { externalDependencies: ['esbuild', '@nx/esbuild'] }],
  outputs: ['{projectRoot}/dist'],
  options: {
    main: `${root}/src/handler.ts`,
    outputPath: `${root}/dist`,
    outputFileName: 'handler.mjs',
    tsConfig: `${root}/tsconfig.json`,
    format: ['esm'],
    platform: 'node',
    target: 'node24',
    bundle: true,
    thirdParty: true,
    skipTypeCheck: true,
    declaration: false,
    metafile: false,
    minify: true,
    sourcemap: 'linked',
    generatePackageJson: false,
    assets: [],
    esbuildOptions: {
      outExtension: { '.js': '.mjs' },
      mainFields: ['module', 'main'],
      conditions: ['module'],
      legalComments: 'none',
      alias: { '@aws-sdk/credential-provider-node': '@atlas-engine/function-kit/environment-credentials' },
      banner: { js: requireForCommonJs },
    },
  },
});
