import {
  acknowledgeWildcards,
  type AtlasStack,
  type Permission,
  policyDocument,
} from '@atlas-engine/constructs';
import type { BotName } from '@atlas-engine/resource-names';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';

const speak: Permission = {
  actions: ['polly:SynthesizeSpeech'],
  resources: ['*'],
  wildcard: 'SynthesizeSpeech has no resource-level permissions for voices.',
};

/** What a bot may do: speak. */
export function addBotRole(stack: AtlasStack, bot: BotName): Role {
  const { names } = stack;
  const role = new Role(stack, `${bot}Role`, {
    roleName: names.bots[bot].roleName,
    assumedBy: new ServicePrincipal('lexv2.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': names.account } },
    }),
    inlinePolicies: { Own: policyDocument([speak]) },
  });
  acknowledgeWildcards(role, [speak]);
  return role;
}
