import type { Exit } from './function-process.ts';
import type { ProcessEnding } from './hosted-process.ts';
import { largestResponse } from './runtime-api.ts';

/** How an invocation ended. */
export type Ending = ProcessEnding | { readonly kind: 'timeout' };

/** What a caller sees of it: JSON text, marked when it is an error. */
export interface Outcome {
  readonly payload: string;
  readonly functionError?: 'Unhandled';
  /** The platform's own error name, for the REPORT line. */
  readonly platformError?: string;
}

const statusNames: Partial<Record<NodeJS.Signals, string>> = {
  SIGKILL: 'killed',
  SIGABRT: 'aborted',
  SIGSEGV: 'segmentation fault',
  SIGTERM: 'terminated',
};

const exitReason = ({ code, signal, failure }: Exit): string => {
  if (failure !== undefined) return `Runtime could not be started: ${failure}`;
  if (signal !== null) return `Runtime exited with error: signal: ${statusNames[signal] ?? signal}`;
  return code === 0
    ? 'Runtime exited without providing a reason'
    : `Runtime exited with error: exit status ${code ?? 1}`;
};

export interface EndedInvocation {
  readonly requestId: string;
  readonly timeoutSeconds: number;
}

/** Puts an ending into the words in which the service answers. */
export const outcomeOf = (ending: Ending, { requestId, timeoutSeconds }: EndedInvocation): Outcome => {
  const platform = (errorType: string, reason: string): Outcome => ({
    payload: JSON.stringify({ errorType, errorMessage: `RequestId: ${requestId} Error: ${reason}` }),
    functionError: 'Unhandled',
    platformError: errorType,
  });
  switch (ending.kind) {
    case 'response':
      return { payload: ending.body };
    case 'error':
    case 'init-error':
      return { payload: ending.body, functionError: 'Unhandled' };
    case 'response-too-large': {
      const errorMessage = `Response payload size exceeded maximum allowed payload size (${largestResponse} bytes).`;
      const payload = JSON.stringify({ errorType: 'Function.ResponseSizeTooLarge', errorMessage });
      return { payload, functionError: 'Unhandled' };
    }
    case 'exit':
      return platform('Runtime.ExitError', exitReason(ending));
    case 'timeout':
      return platform('Sandbox.Timedout', `Task timed out after ${timeoutSeconds.toFixed(2)} seconds`);
    case 'out-of-memory':
      return platform('Runtime.OutOfMemory', 'Runtime exited with error: signal: killed');
  }
};
