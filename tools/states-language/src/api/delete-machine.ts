import { refuseUnknownFields, stringField } from '@atlas-engine/aws-wire';
import type { Input } from '@atlas-engine/aws-wire';
import type { Api } from './api.ts';
import { parseMachineArn } from './arns.ts';
import { errors } from './errors.ts';
import { aliasesOf, versionsOf } from './registry.ts';

/** Takes a state machine that is being deleted away, with its versions and aliases, once nothing of it runs. */
export const sweepDeleted = ({ registry, index, engine }: Api, machineArn: string): void => {
  if (registry.machines.get(machineArn)?.status !== 'DELETING') return;
  const isRunning = index
    .of(machineArn)
    .some((arn) => engine.tables.executions.get(arn)?.status === 'RUNNING');
  if (isRunning) return;
  for (const { arn } of versionsOf(registry, machineArn)) registry.versions.delete(arn);
  for (const { arn } of aliasesOf(registry, machineArn)) registry.aliases.delete(arn);
  registry.machines.delete(machineArn);
};

/** DeleteStateMachine: its executions end at their next state; then it is gone. One that is not there is no error. */
export const deleteMachine = (api: Api, input: Input): Record<string, unknown> => {
  refuseUnknownFields(input, ['stateMachineArn']);
  const { arn, qualifier } = parseMachineArn(stringField(input, 'stateMachineArn'));
  if (qualifier !== undefined)
    throw errors.validation(
      `stateMachineArn: must be the ARN of a state machine without a qualifier, was ${arn}`,
    );
  const machine = api.registry.machines.get(arn);
  if (machine) api.registry.machines.set(arn, { ...machine, status: 'DELETING' });
  sweepDeleted(api, arn);
  return {};
};
