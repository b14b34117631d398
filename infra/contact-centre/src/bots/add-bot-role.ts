import {
  acknowledgeWildcards,
  type AtlasStack,
  type Permission,
  policyDocument,
} from '@atlas-engine/constructs';
import type { BotName } from '@atlas-engine/resource-names';
import type { BotLog } from './add-bot-log.ts';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';

const speak: Permission = {
  actions: ['polly:SynthesizeSpeech'],
  resources: ['*'],
  wildcard: 'SynthesizeSpeech has no resource-level permissions for voices.',
};

/** What a bot may do: speak, and write the log of its conversations where it keeps one. */
export function addBotRole(stack: AtlasStack, bot: BotName, log: BotLog | undefined): Role {
  const { names } = stack;
  const permissions = [speak, ...(log === undefined ? [] : [log.write])];
  const role = new Role(stack, `${bot}Role`, {
    roleName: names.bots[bot].roleName,
    assumedBy: new ServicePrincipal('lexv2.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': names.account } },
    }),
    inlinePolicies: { Own: policyDocument(permissions) },
  });
  acknowledgeWildcards(role, permissions);
  return role;
}
