import { named } from './failure.mjs';

const { existsSync } = process.getBuiltinModule('node:fs');
const { join } = process.getBuiltinModule('node:path');
const { pathToFileURL } = process.getBuiltinModule('node:url');

const extensions = ['.js', '.mjs', '.cjs'];

const importModule = async (directory, module) => {
  const file = extensions.map((extension) => join(directory, `${module}${extension}`)).find(existsSync);
  if (!file) throw named('Runtime.ImportModuleError', `Error: Cannot find module '${module}'`);
  try {
    return await import(pathToFileURL(file).href);
  } catch (error) {
    const missing = ['MODULE_NOT_FOUND', 'ERR_MODULE_NOT_FOUND'].includes(error?.code);
    if (missing) throw named('Runtime.ImportModuleError', String(error));
    if (error instanceof SyntaxError) throw named('Runtime.UserCodeSyntaxError', String(error));
    throw error;
  }
};

const memberOf = (module, path) =>
  path.split('.').reduce((value, name) => value?.[name], module) ??
  path.split('.').reduce((value, name) => value?.[name], module.default);

/** Finds the function that `file.export` names, with the errors that AWS's runtime gives. */
export const loadHandler = async (directory, handler) => {
  const [, folder = '', file, path] = /^(.*\/)?([^/.]+)\.(.+)$/.exec(handler) ?? [];
  if (!file) throw named('Runtime.MalformedHandlerName', `Bad handler ${handler}: must be file.export`);
  globalThis.awslambda = {
    streamifyResponse: () => {
      throw named('NotSupported', 'awslambda.streamifyResponse: the local double does not stream responses');
    },
  };
  const found = memberOf(await importModule(directory, `${folder}${file}`), path);
  if (found === undefined) throw named('Runtime.HandlerNotFound', `${handler} is undefined or not exported`);
  if (typeof found !== 'function') throw named('Runtime.HandlerNotFound', `${handler} is not a function`);
  if (found.length > 2)
    throw named(
      'Runtime.CallbackHandlerDeprecated',
      `${handler} takes a callback, which the Node.js 24 runtime no longer gives: return a promise`,
    );
  return found;
};
