import { AwsError, refuseUnknownFields, stringField } from '@atlas-engine/aws-wire';
import type { Input, Operation } from '@atlas-engine/aws-wire';
import type { TokenAnswer } from '../engine/engine.ts';
import type { Api } from './api.ts';
import { errors } from './errors.ts';
import { limitedText, requiredText } from './inputs.ts';

const longestToken = 2048;
const longestOutput = 262_144;

const answered = (answer: TokenAnswer): Record<string, unknown> => {
  if (answer === 'malformed') throw errors.invalidToken();
  if (answer === 'unknown')
    throw new AwsError('TaskDoesNotExist', "Task does not exist: 'Provided task does not exist'");
  if (answer === 'closed')
    throw new AwsError('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'");
  return {};
};

const outputOf = (input: Input): string => {
  const output = stringField(input, 'output');
  if (Buffer.byteLength(output) > longestOutput)
    throw errors.validation(
      `1 validation error detected: Value at 'output' failed to satisfy constraint: Member must have length less than or equal to ${longestOutput}`,
    );
  try {
    return JSON.stringify(JSON.parse(output) as unknown);
  } catch {
    throw new AwsError('InvalidOutput', "Invalid Output: 'the output is not JSON'");
  }
};

/** Operations by which whoever holds a task token answers. */
export const tokenOperations = ({ engine }: Api): Record<string, Operation> => ({
  SendTaskSuccess: async (input) => {
    refuseUnknownFields(input, ['taskToken', 'output']);
    const token = requiredText(input, 'taskToken', longestToken);
    return answered(await engine.answerToken(token, { ok: true, output: outputOf(input) }));
  },
  SendTaskFailure: async (input) => {
    refuseUnknownFields(input, ['taskToken', 'error', 'cause']);
    const token = requiredText(input, 'taskToken', longestToken);
    const error = limitedText(input, 'error', 256);
    const cause = limitedText(input, 'cause', 32_768);
    const failure = { ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) };
    return answered(await engine.answerToken(token, { ok: false, failure }));
  },
  SendTaskHeartbeat: async (input) => {
    refuseUnknownFields(input, ['taskToken']);
    return answered(await engine.heartbeat(requiredText(input, 'taskToken', longestToken)));
  },
});
