import { createWireServer, type WireServer, type WireServerOptions } from '@atlas-engine/aws-wire';
import { OptionError } from './option-error.ts';

/** Serves on a port of this machine. @throws OptionError when something else listens there, or may not be used */
export async function openPort(options: WireServerOptions & { readonly port: number }): Promise<WireServer> {
  try {
    return await createWireServer(options);
  } catch (error) {
    const problem = problems[(error as NodeJS.ErrnoException).code ?? ''];
    if (problem === undefined) throw error;
    throw new OptionError(`--port: ${options.port} ${problem}; choose another, or 0 for any free one`, {
      cause: error,
    });
  }
}

const problems: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use (EADDRINUSE)',
  EACCES: 'may not be used by you (EACCES)',
};
