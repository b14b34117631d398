import { AwsError, optionalString, refuseUnknownFields, stringField } from '@atlas-engine/aws-wire';
import type { Input } from '@atlas-engine/aws-wire';
import type { Api } from './api.ts';
import { checkedRoleArn, parseMachineArn } from './arns.ts';
import { limitedText } from './inputs.ts';
import {
  activeMachine,
  checkDefinition,
  configurationsOf,
  publishVersion,
  revised,
} from './machine-changes.ts';
import { longestDefinition, publication } from './machine-requests.ts';

/** UpdateStateMachine. Executions under way keep what they began with. */
export const updateMachine = (api: Api, input: Input): Record<string, unknown> => {
  refuseUnknownFields(input, [
    'stateMachineArn',
    'definition',
    'roleArn',
    'loggingConfiguration',
    'tracingConfiguration',
    'encryptionConfiguration',
    'publish',
    'versionDescription',
  ]);
  const { arn } = parseMachineArn(stringField(input, 'stateMachineArn'));
  const before = activeMachine(api, arn);
  const definition = limitedText(input, 'definition', longestDefinition);
  const roleArn = optionalString(input, 'roleArn');
  const change = {
    ...(definition === undefined ? {} : { definition }),
    ...(roleArn === undefined ? {} : { roleArn: checkedRoleArn(roleArn) }),
    ...configurationsOf(input),
  };
  if (Object.keys(change).length === 0)
    throw new AwsError(
      'MissingRequiredParameter',
      'Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be specified',
    );
  const { publish, description } = publication(input);
  if (definition !== undefined) checkDefinition(api, definition);
  const machine = revised(before, change, api.clock.now());
  api.registry.machines.set(arn, machine);
  const version = publish ? publishVersion(api, machine, description) : undefined;
  return {
    updateDate: new Date(machine.updateDate),
    revisionId: machine.revisionId,
    ...(version ? { stateMachineVersionArn: version.arn } : {}),
  };
};
