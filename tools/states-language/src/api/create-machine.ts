import { AwsError, refuseUnknownFields, stringField } from '@atlas-engine/aws-wire';
import type { Input } from '@atlas-engine/aws-wire';
import type { Api } from './api.ts';
import { checkedRoleArn, machineArnOf } from './arns.ts';
import { errors } from './errors.ts';
import { checkedName, requiredText } from './inputs.ts';
import { checkDefinition, configurationsOf, publishVersion } from './machine-changes.ts';
import { checkType, longestDefinition, newMachine, publication } from './machine-requests.ts';
import type { MachineRow } from './registry.ts';
import { tagsOf } from './tag-operations.ts';

/** CreateStateMachine. Asking again for the same is no error; role and tags are then ignored. */
export const createMachine = (api: Api, input: Input): Record<string, unknown> => {
  refuseUnknownFields(input, [
    'name',
    'definition',
    'roleArn',
    'type',
    'loggingConfiguration',
    'tracingConfiguration',
    'encryptionConfiguration',
    'tags',
    'publish',
    'versionDescription',
  ]);
  const name = checkedName(stringField(input, 'name'));
  const definition = requiredText(input, 'definition', longestDefinition);
  const roleArn = checkedRoleArn(stringField(input, 'roleArn'));
  checkType(input);
  const { publish, description } = publication(input);
  checkDefinition(api, definition);
  const arn = machineArnOf(api.place, name);
  const wanted = {
    ...newMachine({ arn, name, definition, roleArn }, api.clock.now()),
    ...configurationsOf(input),
    tags: tagsOf(input),
  };
  const machine = existingMachine(api, wanted) ?? wanted;
  api.registry.machines.set(machine.arn, machine);
  const version = publish ? publishVersion(api, machine, description) : undefined;
  return {
    stateMachineArn: machine.arn,
    creationDate: new Date(machine.creationDate),
    ...(version ? { stateMachineVersionArn: version.arn } : {}),
  };
};

/** The state machine of that name, if creating it again asks for what it is; role and tags may differ. */
const existingMachine = ({ registry }: Api, wanted: MachineRow): MachineRow | undefined => {
  const existing = registry.machines.get(wanted.arn);
  if (!existing) return undefined;
  if (existing.status === 'DELETING') throw errors.deleting(wanted.arn);
  const compared = ({ definition, loggingConfiguration, tracingConfiguration }: MachineRow): string =>
    JSON.stringify([definition, loggingConfiguration, tracingConfiguration]);
  if (compared(existing) === compared(wanted)) return existing;
  throw new AwsError('StateMachineAlreadyExists', `State Machine Already Exists: '${wanted.arn}'`);
};
