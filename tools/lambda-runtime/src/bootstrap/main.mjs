import { replaceConsole } from './console.mjs';
import { contextOf } from './context.mjs';
import { errorAnswer, reportCrash } from './failure.mjs';
import { loadHandler } from './load-handler.mjs';
import { markEndOfInvocation } from './output.mjs';
import { openRuntimeClient } from './runtime-client.mjs';
import { shortenWaits } from './short-waits.mjs';
import { installSimulatedClock } from './simulated-clock.mjs';

/**
 * The runtime of one function process: loads the handler, then asks for one invocation after the other.
 * It speaks the Lambda Runtime API (docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html).
 */
const { env } = process;
const clock = installSimulatedClock(Number(env.ATLAS_SIMULATED_NOW));
delete env.ATLAS_SIMULATED_NOW;
if (env.ATLAS_SHORT_WAITS !== undefined) shortenWaits(Number(env.ATLAS_SHORT_WAITS));
delete env.ATLAS_SHORT_WAITS;

const client = openRuntimeClient(env.AWS_LAMBDA_RUNTIME_API);
const current = { initialised: false, requestId: undefined };
replaceConsole(current);
reportCrash(current, client);

const serialised = (result) => {
  try {
    return JSON.stringify(result) ?? 'null';
  } catch (cause) {
    throw new Error('Unable to stringify response body', { cause });
  }
};

const invoke = async (handler, { headers, body }) => {
  const requestId = headers['lambda-runtime-aws-request-id'];
  clock.set(Number(headers['atlas-simulated-now']));
  env._X_AMZN_TRACE_ID = headers['lambda-runtime-trace-id'];
  current.requestId = requestId;
  let answer;
  try {
    answer = { kind: 'response', body: serialised(await handler(JSON.parse(body), contextOf(headers))) };
  } catch (error) {
    answer = { kind: 'error', ...errorAnswer(error, 'Invoke Error') };
  }
  markEndOfInvocation(requestId);
  current.requestId = undefined;
  await client.answer(requestId, answer);
};

const load = async () => {
  try {
    return await loadHandler(env.LAMBDA_TASK_ROOT, env._HANDLER);
  } catch (error) {
    await client.failInit(errorAnswer(error, 'Uncaught Exception'));
    return process.exit(1);
  }
};

const run = async () => {
  const handler = await load();
  current.initialised = true;
  for (;;) await invoke(handler, await client.next());
};

void run();
