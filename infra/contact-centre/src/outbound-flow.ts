import type { AtlasStack } from '@atlas-engine/constructs';
import { emitFlow, outboundFlow } from '@atlas-engine/connect-flows';
import { CfnContactFlow, type CfnInstance, CfnIntegrationAssociation } from 'aws-cdk-lib/aws-connect';

/** AtlasEngineOutbound, with the bot made available to the instance. */
export function addOutboundFlow(
  stack: AtlasStack,
  instance: CfnInstance,
  botAliasArn: string,
): CfnContactFlow {
  const association = new CfnIntegrationAssociation(stack, 'BotAssociation', {
    instanceId: instance.attrArn,
    integrationType: 'LEX_BOT',
    integrationArn: botAliasArn,
  });
  const document = emitFlow(outboundFlow({ name: stack.names.connect.outboundFlow, botAliasArn }));
  const flow = new CfnContactFlow(stack, 'OutboundFlow', {
    instanceArn: instance.attrArn,
    name: stack.names.connect.outboundFlow,
    type: 'CONTACT_FLOW',
    content: stack.toJsonString(document),
  });
  // Amazon Connect refuses a flow with a bot that it does not know.
  flow.node.addDependency(association);
  return flow;
}
