import { refuseUnknownFields, stringField } from '@atlas-engine/aws-wire';
import type { Input, Operation } from '@atlas-engine/aws-wire';
import type { ExecutionRow } from '../engine/rows.ts';
import type { Api } from './api.ts';
import { checkedExecutionArn, parseMachineArn } from './arns.ts';
import { errors } from './errors.ts';
import { executionDescription, executionItem } from './execution-view.ts';
import { getExecutionHistory } from './history-operation.ts';
import { includesData, limitedText, optionalChoice, pageSize } from './inputs.ts';
import { pageOf } from './paging.ts';
import { startExecution } from './start-execution.ts';

const statuses = ['SUCCEEDED', 'TIMED_OUT', 'PENDING_REDRIVE', 'ABORTED', 'FAILED', 'RUNNING'] as const;

const executionOf = ({ engine }: Api, input: Input): ExecutionRow => {
  const arn = checkedExecutionArn(stringField(input, 'executionArn'));
  const execution = engine.tables.executions.get(arn);
  if (!execution) throw errors.noExecution(arn);
  return execution;
};

const describeMachine = (api: Api, input: Input): Record<string, unknown> => {
  refuseUnknownFields(input, ['executionArn', 'includedData']);
  const withData = includesData(input);
  const execution = executionOf(api, input);
  const { registry, engine } = api;
  const machine = registry.machines.get(execution.stateMachineArn);
  return {
    stateMachineArn: execution.stateMachineArn,
    name: execution.stateMachineName,
    definition: withData ? (engine.tables.definitions.get(execution.definitionId) ?? '') : '',
    roleArn: execution.roleArn,
    updateDate: new Date(execution.revisionDate),
    revisionId: execution.revisionId,
    loggingConfiguration: machine?.loggingConfiguration,
    tracingConfiguration: machine?.tracingConfiguration,
  };
};

const belongsTo = (execution: ExecutionRow, arn: string, qualifier: string | undefined): boolean =>
  qualifier === undefined ||
  execution.stateMachineVersionArn === arn ||
  execution.stateMachineAliasArn === arn;

const list = ({ registry, engine, index }: Api, input: Input): Record<string, unknown> => {
  refuseUnknownFields(input, ['stateMachineArn', 'statusFilter', 'maxResults', 'nextToken']);
  const { arn, machineArn, qualifier } = parseMachineArn(stringField(input, 'stateMachineArn'));
  const status = optionalChoice(input, 'statusFilter', statuses);
  const size = pageSize(input);
  const nextToken = limitedText(input, 'nextToken', 3096);
  if (!registry.machines.has(machineArn)) throw errors.noStateMachine(arn);
  const rowOf = (key: string): ExecutionRow | undefined => engine.tables.executions.get(key);
  const arns = index.of(machineArn).filter((key) => {
    const row = rowOf(key);
    return row && belongsTo(row, arn, qualifier) && (status === undefined || row.status === status);
  });
  const page = pageOf(arns, { list: `executions ${arn} ${status ?? ''}`, size, nextToken });
  const rows = page.keys.map(rowOf).filter((row) => row !== undefined);
  return { executions: rows.map(executionItem), nextToken: page.nextToken };
};

const stop = async (api: Api, input: Input): Promise<Record<string, unknown>> => {
  refuseUnknownFields(input, ['executionArn', 'error', 'cause']);
  const error = limitedText(input, 'error', 256);
  const cause = limitedText(input, 'cause', 32_768);
  const { executionArn } = executionOf(api, input);
  const why = { ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) };
  await api.engine.stop(executionArn, why);
  const { stopDate = api.clock.now() } = executionOf(api, input);
  return { stopDate: new Date(stopDate) };
};

/** Operations on executions. */
export const executionOperations = (api: Api): Record<string, Operation> => ({
  StartExecution: (input) => startExecution(api, input),
  DescribeExecution: (input) => {
    refuseUnknownFields(input, ['executionArn', 'includedData']);
    return executionDescription(executionOf(api, input), includesData(input));
  },
  DescribeStateMachineForExecution: (input) => describeMachine(api, input),
  ListExecutions: (input) => list(api, input),
  GetExecutionHistory: (input) => getExecutionHistory(api, input),
  StopExecution: (input) => stop(api, input),
});
