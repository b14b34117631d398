import type { Api } from './api.ts';
import { parseMachineArn } from './arns.ts';
import { errors } from './errors.ts';
import { activeMachine, publishVersion } from './machine-changes.ts';
import type { Route } from './registry.ts';

/** An alias as a template declares it. */
export interface AliasRegistration {
  readonly name: string;
  readonly description?: string;
  /** One or two versions of one state machine; their weights add up to 100. */
  readonly routes: readonly Route[];
}

/** Publishes a state machine as it is now, or finds the version that has it. @throws AwsError StateMachineDoesNotExist */
export const registerVersion = (
  api: Api,
  stateMachineArn: string,
): { readonly stateMachineVersionArn: string } => {
  const machine = activeMachine(api, parseMachineArn(stateMachineArn).machineArn);
  return { stateMachineVersionArn: publishVersion(api, machine).arn };
};

/** Creates an alias, or points it elsewhere when it is there. @throws AwsError ResourceNotFound for an unknown version */
export const registerAlias = (
  { registry, clock }: Api,
  { name, description, routes }: AliasRegistration,
): { readonly stateMachineAliasArn: string } => {
  const [first] = routes;
  if (first === undefined || !routes.every((route) => registry.versions.has(route.stateMachineVersionArn)))
    throw errors.noReference();
  const { machineArn } = parseMachineArn(first.stateMachineVersionArn);
  const arn = `${machineArn}:${name}`;
  const now = clock.now();
  registry.aliases.set(arn, {
    arn,
    machineArn,
    name,
    ...(description === undefined ? {} : { description }),
    routes: [...routes],
    creationDate: registry.aliases.get(arn)?.creationDate ?? now,
    updateDate: now,
  });
  return { stateMachineAliasArn: arn };
};
