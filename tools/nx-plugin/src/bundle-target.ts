import type { TargetConfiguration } from '@nx/devkit';

/** One minified ES module for the Lambda runtime; `bundle/esbuild.config.ts` says what is left out of it. */
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
    esbuildConfig: 'tools/nx-plugin/src/bundle/esbuild.config.ts',
  },
});
