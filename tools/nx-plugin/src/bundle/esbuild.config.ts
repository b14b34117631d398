/** Options of esbuild for a function's bundle, besides those that `bundle-target.ts` gives to the executor. */
import { builtInModules } from './built-in-modules.ts';
import { noEventStreams } from './no-event-streams.ts';
import { noHttp2 } from './no-http2.ts';
import { noSharedFiles } from './no-shared-files.ts';
import { numberingPlans } from './numbering-plans.ts';
import { pruneSchemas } from './prune-schemas.ts';

const environmentCredentials = '@atlas-engine/function-kit/environment-credentials';

export const outExtension = { '.js': '.mjs' };
export const mainFields = ['module', 'main'];
/** Naming conditions drops esbuild's own `module`, hence it stands here. */
export const conditions = ['module'];
export const legalComments = 'none';
export const alias = {
  '@aws-sdk/credential-provider-node': environmentCredentials,
  '@aws-sdk/token-providers': environmentCredentials,
};
export const plugins = [builtInModules, noEventStreams, noHttp2, noSharedFiles, numberingPlans, pruneSchemas];
/** Packages in CommonJS call `require`, which a module has not. */
export const banner = {
  js: "const require=process.getBuiltinModule('node:module').createRequire(import.meta.url);",
};
