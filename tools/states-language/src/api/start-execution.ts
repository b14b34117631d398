import { randomUUID } from 'node:crypto';
import { AwsError, optionalString, refuseUnknownFields, stringField } from '@atlas-engine/aws-wire';
import type { Input } from '@atlas-engine/aws-wire';
import { seededRandom } from '@atlas-engine/simulation';
import type { ExecutionRow } from '../engine/rows.ts';
import type { Api } from './api.ts';
import { executionArnOf, parseMachineArn } from './arns.ts';
import { errors } from './errors.ts';
import { checkedName, limitedText } from './inputs.ts';
import { activeMachine } from './machine-changes.ts';
import type { AliasRow, MachineRow, VersionRow } from './registry.ts';

const longestInput = 262_144;
const nameKeptFor = 90 * 24 * 60 * 60 * 1000;

interface Target {
  readonly machine: MachineRow;
  readonly version?: VersionRow;
  readonly alias?: AliasRow;
}

const routed = ({ registry }: Api, alias: AliasRow, executionArn: string): VersionRow | undefined => {
  const drawn = seededRandom(executionArn)() * 100;
  const [first, second] = alias.routes;
  const route = second && first && drawn >= first.weight ? second : first;
  return route && registry.versions.get(route.stateMachineVersionArn);
};

/** What an ARN starts: the state machine, one of its versions, or the version an alias leads this execution to. */
const targetOf = (api: Api, arn: string, executionArn: string): Target => {
  const { machineArn, qualifier } = parseMachineArn(arn);
  const machine = activeMachine(api, machineArn);
  if (qualifier === undefined) return { machine };
  const alias = api.registry.aliases.get(arn);
  const version = alias ? routed(api, alias, executionArn) : api.registry.versions.get(arn);
  if (!version) throw errors.noStateMachine(arn);
  return { machine, version, ...(alias ? { alias } : {}) };
};

const checkedInput = (input: Input): string => {
  const text = optionalString(input, 'input') ?? '{}';
  const invalid = (problem: string): AwsError =>
    new AwsError('InvalidExecutionInput', `Invalid State Machine Execution Input: '${problem}'`);
  if (text.trim() === '') throw invalid('Invalid execution input.');
  if (Buffer.byteLength(text) > longestInput)
    throw errors.validation(
      `1 validation error detected: Value at 'input' failed to satisfy constraint: Member must have length less than or equal to ${longestInput}`,
    );
  try {
    JSON.parse(text);
  } catch {
    throw invalid('the input is not JSON');
  }
  return text;
};

const answer = ({ executionArn, startDate }: ExecutionRow): Record<string, unknown> => ({
  executionArn,
  startDate: new Date(startDate),
});

/** The execution that already has the name, when the call may be a repeat of the one that started it. */
const repeated = (api: Api, executionArn: string, text: string): ExecutionRow | undefined => {
  const existing = api.engine.tables.executions.get(executionArn);
  if (!existing) return undefined;
  const { status, input, stopDate = Infinity } = existing;
  if (status === 'RUNNING' && input === text) return existing;
  if (api.clock.now() - stopDate > nameKeptFor) return undefined;
  throw new AwsError('ExecutionAlreadyExists', `Execution Already Exists: '${executionArn}'`);
};

const originOf = ({ machine, version, alias }: Target) => {
  const { roleArn, definition, revisionId } = version ?? machine;
  return {
    stateMachineArn: machine.arn,
    stateMachineName: machine.name,
    ...(version ? { stateMachineVersionArn: version.arn } : {}),
    ...(alias ? { stateMachineAliasArn: alias.arn } : {}),
    ...(revisionId === undefined ? {} : { revisionId }),
    revisionDate: version?.creationDate ?? machine.updateDate,
    roleArn,
    definition,
  };
};

/**
 * StartExecution. A running execution of the same name and input is the answer; a name is free again 90 days
 * after its execution has ended.
 */
export const startExecution = (api: Api, input: Input): Record<string, unknown> => {
  refuseUnknownFields(input, ['stateMachineArn', 'name', 'input', 'traceHeader']);
  const arn = stringField(input, 'stateMachineArn');
  const name = checkedName(optionalString(input, 'name') ?? randomUUID());
  const text = checkedInput(input);
  const traceHeader = limitedText(input, 'traceHeader', 256);
  const executionArn = executionArnOf(api.place, parseMachineArn(arn).name, name);
  const target = targetOf(api, arn, executionArn);
  const existing = repeated(api, executionArn, text);
  if (existing) return answer(existing);
  const execution = api.engine.start({
    executionArn,
    name,
    ...originOf(target),
    input: text,
    ...(traceHeader === undefined ? {} : { traceHeader }),
  });
  api.index.add(execution);
  return answer(execution);
};
