import { type AtlasStack, connectInstanceArn, InvalidStackError } from '@atlas-engine/constructs';
import {
  contactFlows,
  emitFlow,
  type Flow,
  flowModules,
  inOrder,
  type NamedReference,
  type ReferenceKind,
  referencesIn,
} from '@atlas-engine/connect-flows';
import {
  type BotName,
  type ContactFlowName,
  type ContactQueueName,
  type FlowModuleName,
  type FunctionName,
  type HoursName,
} from '@atlas-engine/resource-names';
import { CfnContactFlow, CfnContactFlowModule, CfnIntegrationAssociation } from 'aws-cdk-lib/aws-connect';

/** ARNs, by name, of what flows refer to, beside flows and modules. */
export interface FlowReferences {
  readonly queue: Readonly<Record<ContactQueueName, string>>;
  readonly hours: Readonly<Record<HoursName, string>>;
  readonly function: Readonly<Record<FunctionName, string>>;
  readonly bot: Readonly<Record<BotName, string>>;
}

/**
 * The contact flows and modules of `libs/connect-flows`, those that are referred to first.
 *
 * @returns the ARN of each flow
 */
export function addFlows(
  stack: AtlasStack,
  references: FlowReferences,
): Readonly<Record<ContactFlowName, string>> {
  const arns: Record<ReferenceKind, Record<string, string>> = {
    ...references,
    prompt: {},
    flow: {},
    module: {},
  };
  const associations = associateBots(stack, references.bot);
  const resolve = ({ kind, name }: NamedReference): string => {
    const arn = arns[kind][name];
    if (arn !== undefined) return arn;
    throw new InvalidStackError(`No flow can refer to ${kind} ${name}: nothing deploys it`);
  };
  for (const flow of inOrder(Object.values<Flow>({ ...contactFlows, ...flowModules }))) {
    const { resource, kind, arn } = addFlow(stack, { flow, resolve });
    // Amazon Connect refuses a flow with a bot that it does not know.
    for (const reference of referencesIn(flow.blocks)) {
      const association = reference.kind === 'bot' ? associations.get(reference.name) : undefined;
      if (association !== undefined) resource.node.addDependency(association);
    }
    arns[kind][flow.name] = arn;
  }
  return arns.flow as Record<ContactFlowName, string>;
}

interface Emission {
  readonly flow: Flow;
  readonly resolve: (reference: NamedReference) => string;
}

function addFlow(stack: AtlasStack, { flow, resolve }: Emission) {
  const { flows, modules } = stack.names.connect;
  const isModule = flow.type === 'MODULE';
  const name = isModule ? modules[flow.name as FlowModuleName] : flows[flow.name as ContactFlowName];
  const properties = {
    instanceArn: connectInstanceArn(stack.names),
    name,
    ...(flow.description === undefined ? {} : { description: flow.description }),
    content: stack.toJsonString(emitFlow(flow, { name, resolve })),
  };
  if (isModule) {
    const resource = new CfnContactFlowModule(stack, logicalIdOf(flow), properties);
    return { resource, kind: 'module' as const, arn: resource.attrContactFlowModuleArn };
  }
  const resource = new CfnContactFlow(stack, logicalIdOf(flow), { ...properties, type: flow.type });
  return { resource, kind: 'flow' as const, arn: resource.attrContactFlowArn };
}

/** `AtlasEngineVoiceEntry` → `VoiceEntryFlow`. */
const logicalIdOf = ({ name }: Flow): string =>
  name === 'AtlasEngineOutbound' ? 'OutboundFlow' : `${name.replace(/^AtlasEngine/, '')}Flow`;

function associateBots(
  stack: AtlasStack,
  bots: FlowReferences['bot'],
): ReadonlyMap<string, CfnIntegrationAssociation> {
  return new Map(
    Object.entries(bots).map(([bot, integrationArn]) => [
      bot,
      new CfnIntegrationAssociation(stack, `${bot}Association`, {
        instanceId: connectInstanceArn(stack.names),
        integrationType: 'LEX_BOT',
        integrationArn,
      }),
    ]),
  );
}
