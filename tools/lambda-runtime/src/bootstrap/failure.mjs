import { markEndOfInvocation } from './output.mjs';

/** An error under one of AWS's own names. */
export const named = (name, message) => Object.assign(new Error(message), { name });

const isError = (value) =>
  value instanceof Error || Object.prototype.toString.call(value) === '[object Error]';

const textOf = (value) => {
  try {
    return String(value);
  } catch {
    return 'a value that can not be shown';
  }
};

const shapeOf = (error) =>
  isError(error)
    ? { errorType: error.name, errorMessage: error.message, trace: textOf(error.stack).split('\n') }
    : { errorType: typeof error, errorMessage: textOf(error), trace: [] };

/** What AWS's runtime writes to the log: the error's own members too, such as `code`. */
const loggedShape = (error) => {
  const { errorType, errorMessage, trace } = shapeOf(error);
  const members = isError(error) ? error : {};
  try {
    return JSON.stringify({ errorType, errorMessage, ...members, stack: trace });
  } catch {
    return JSON.stringify({ errorType, errorMessage, stack: trace });
  }
};

/** The body that tells the Runtime API of an error, which is logged under `title` as AWS's runtime does. */
export const errorAnswer = (error, title) => {
  console.error(`${title} \t${loggedShape(error)}`);
  const shape = shapeOf(error);
  return { errorType: shape.errorType, body: JSON.stringify(shape) };
};

/** Ends the process after a crash that no handler caught, and tells the Runtime API why. */
export const reportCrash = (current, client) => {
  let crashing = false;
  const crash = async (error, { title, exitCode }) => {
    if (crashing) return;
    crashing = true;
    const { initialised, requestId } = current;
    const answer = errorAnswer(error, title);
    if (!initialised) await client.failInit(answer);
    if (requestId !== undefined) {
      markEndOfInvocation(requestId);
      await client.answer(requestId, { kind: 'error', ...answer });
    }
    process.exit(exitCode);
  };

  process.on('unhandledRejection', (reason) => {
    const error = named('Runtime.UnhandledPromiseRejection', textOf(reason));
    if (isError(reason)) error.stack = reason.stack;
    void crash(error, { title: 'Unhandled Promise Rejection', exitCode: 128 });
  });
  process.on('uncaughtException', (error) => {
    void crash(error, { title: 'Uncaught Exception', exitCode: 129 });
  });
  process.on('beforeExit', () => {
    if (current.requestId === undefined) return;
    const message =
      'Nothing is left to wait for, but the handler has not settled: one of its promises never resolves.';
    void crash(named('Runtime.NodeJsExit', message), { title: 'Invoke Error', exitCode: 13 });
  });
};
