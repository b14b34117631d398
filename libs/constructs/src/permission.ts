import { PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { InvalidStackError } from './invalid-stack-error.ts';

/** What may be done to what. */
export interface Permission {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** Why a resource holds a wildcard. Required when one does. */
  readonly wildcard?: string;
}

/** @throws InvalidStackError when a wildcard has no reason, or an action is one */
export function policyDocument(permissions: readonly Permission[]): PolicyDocument {
  for (const permission of permissions) checkPermission(permission);
  return new PolicyDocument({
    statements: permissions.map(
      ({ actions, resources }) => new PolicyStatement({ actions: [...actions], resources: [...resources] }),
    ),
  });
}

function checkPermission({ actions, resources, wildcard }: Permission): void {
  const broad = actions.find((action) => action.includes('*'));
  if (broad !== undefined)
    throw new InvalidStackError(`${broad}: list the actions that are called, without *.`);
  const unexplained = wildcard === undefined ? resources.find(hasWildcard) : undefined;
  if (unexplained !== undefined) {
    throw new InvalidStackError(
      `${unexplained} has a wildcard: say why in \`wildcard\`, or name the resource.`,
    );
  }
}

/** Tells cdk-nag why wildcards are there. */
export function acknowledgeWildcards(construct: IConstruct, permissions: readonly Permission[]): void {
  for (const { resources, wildcard } of permissions) {
    for (const resource of resources.filter(hasWildcard)) {
      acknowledge(construct, { [`AwsSolutions-IAM5[Resource::${resource}]`]: wildcard ?? '' });
    }
  }
}

const hasWildcard = (resource: string): boolean => resource.includes('*');
