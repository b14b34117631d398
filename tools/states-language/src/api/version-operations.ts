import { optionalString, refuseUnknownFields, stringField } from '@atlas-engine/aws-wire';
import type { Input, Operation } from '@atlas-engine/aws-wire';
import type { Api } from './api.ts';
import { parseMachineArn } from './arns.ts';
import { errors } from './errors.ts';
import { limitedText, pageSize } from './inputs.ts';
import { activeMachine, publishVersion } from './machine-changes.ts';
import { pageOf } from './paging.ts';
import { aliasesOf, versionsOf } from './registry.ts';

const publish = (api: Api, input: Input): Record<string, unknown> => {
  refuseUnknownFields(input, ['stateMachineArn', 'revisionId', 'description']);
  const { arn } = parseMachineArn(stringField(input, 'stateMachineArn'));
  const description = limitedText(input, 'description', 256);
  const revisionId = optionalString(input, 'revisionId');
  const machine = activeMachine(api, arn);
  if (revisionId !== undefined && revisionId !== machine.revisionId)
    throw errors.conflict(
      `Failed to publish the State Machine version for revision ${revisionId}. The current State Machine revision is ${machine.revisionId ?? 'INITIAL'}.`,
    );
  const version = publishVersion(api, machine, description);
  return { stateMachineVersionArn: version.arn, creationDate: new Date(version.creationDate) };
};

const list = ({ registry }: Api, input: Input): Record<string, unknown> => {
  refuseUnknownFields(input, ['stateMachineArn', 'maxResults', 'nextToken']);
  const { arn } = parseMachineArn(stringField(input, 'stateMachineArn'));
  const nextToken = limitedText(input, 'nextToken', 1024);
  const arns = versionsOf(registry, arn).map((version) => version.arn);
  const page = pageOf(arns, { list: `versions ${arn}`, size: pageSize(input), nextToken });
  const rows = page.keys.map((key) => registry.versions.get(key)).filter((row) => row !== undefined);
  return {
    stateMachineVersions: rows.map((row) => ({
      stateMachineVersionArn: row.arn,
      creationDate: new Date(row.creationDate),
    })),
    nextToken: page.nextToken,
  };
};

const remove = ({ registry }: Api, input: Input): Record<string, unknown> => {
  refuseUnknownFields(input, ['stateMachineVersionArn']);
  const { arn, machineArn, qualifier } = parseMachineArn(stringField(input, 'stateMachineVersionArn'));
  if (qualifier === undefined || !/^\d+$/.test(qualifier))
    throw errors.validation(`stateMachineVersionArn: must be the ARN of a version, was ${arn}`);
  const users = aliasesOf(registry, machineArn)
    .filter(({ routes }) => routes.some(({ stateMachineVersionArn }) => stateMachineVersionArn === arn))
    .map(({ name }) => name);
  if (users.length > 0)
    throw errors.conflict(
      `Version to be deleted must not be referenced by an alias. Current list of aliases referencing this version: [${users.join(', ')}]`,
    );
  registry.versions.delete(arn);
  return {};
};

/** Operations on published versions. */
export const versionOperations = (api: Api): Record<string, Operation> => ({
  PublishStateMachineVersion: (input) => publish(api, input),
  ListStateMachineVersions: (input) => list(api, input),
  DeleteStateMachineVersion: (input) => remove(api, input),
});
