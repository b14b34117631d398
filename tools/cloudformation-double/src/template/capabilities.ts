import { AwsError } from '@atlas-engine/aws-wire';
import type { Template } from './template.ts';

const named: Readonly<Record<string, string>> = {
  'AWS::IAM::Role': 'RoleName',
  'AWS::IAM::ManagedPolicy': 'ManagedPolicyName',
  'AWS::IAM::User': 'UserName',
  'AWS::IAM::Group': 'GroupName',
  'AWS::IAM::InstanceProfile': 'InstanceProfileName',
};
const unnamed = ['AWS::IAM::AccessKey', 'AWS::IAM::Policy', 'AWS::IAM::UserToGroupAddition'];

/** The capability that a template's IAM resources ask for, with the types that do. */
export function neededCapability({
  Resources,
}: Template): { capability: string; types: readonly string[] } | undefined {
  const resources = Object.values(Resources).filter(({ Type }) => Type in named || unnamed.includes(Type));
  if (resources.length === 0) return undefined;
  const hasName = resources.some(({ Type, Properties }) => (named[Type] ?? '') in Properties);
  return {
    capability: hasName ? 'CAPABILITY_NAMED_IAM' : 'CAPABILITY_IAM',
    types: [...new Set(resources.map(({ Type }) => Type))],
  };
}

/** @throws AwsError InsufficientCapabilitiesException naming the capability that must be acknowledged */
export function checkCapabilities(template: Template, given: readonly string[]): void {
  const needed = neededCapability(template);
  if (needed === undefined || given.includes('CAPABILITY_NAMED_IAM') || given.includes(needed.capability))
    return;
  throw new AwsError('InsufficientCapabilitiesException', `Requires capabilities : [${needed.capability}]`);
}
