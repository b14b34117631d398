import type { AtlasStack } from '@atlas-engine/constructs';
import {
  contactFlows,
  emitFlow,
  type Flow,
  flowModules,
  type NamedReference,
  type ReferenceKind,
  referencesIn,
} from '@atlas-engine/connect-flows';
import {
  type BotName,
  type ContactFlowName,
  contactFlowNames,
  type ContactQueueName,
  type FlowModuleName,
  flowModuleNames,
  type FunctionName,
  type HoursName,
} from '@atlas-engine/resource-names';
import {
  CfnContactFlow,
  CfnContactFlowModule,
  type CfnInstance,
  CfnIntegrationAssociation,
} from 'aws-cdk-lib/aws-connect';

/** ARNs, by name, of what flows refer to, beside flows and modules. */
export interface FlowReferences {
  readonly queue: Readonly<Record<ContactQueueName, string>>;
  readonly hours: Readonly<Record<HoursName, string>>;
  readonly function: Readonly<Record<FunctionName, string>>;
  /** A flow that needs an absent bot, or such a flow, is left out. */
  readonly bot: Readonly<Partial<Record<BotName, string>>>;
}

/**
 * The contact flows and modules of `libs/connect-flows`, those that are referred to first.
 *
 * @returns the ARN of each flow
 */
export function addFlows(
  stack: AtlasStack,
  instance: CfnInstance,
  references: FlowReferences,
): Readonly<Partial<Record<ContactFlowName, string>>> {
  const known: Record<ReferenceKind, Partial<Record<string, string>>> = {
    ...references,
    prompt: {},
    flow: {},
    module: {},
  };
  const associations = associateBots(stack, instance, references.bot);
  const resolve = ({ kind, name }: NamedReference): string => known[kind][name] ?? '';
  const missing = (flow: Flow): readonly NamedReference[] =>
    referencesIn(flow.blocks).filter(({ kind, name }) => known[kind][name] === undefined);
  for (const next of inOrder(missing)) {
    const { resource, arn } = addFlow(stack, instance, { ...next, resolve });
    // Amazon Connect refuses a flow with a bot that it does not know.
    for (const { kind, name } of referencesIn(next.flow.blocks)) {
      const association = kind === 'bot' ? associations.get(name) : undefined;
      if (association !== undefined) resource.node.addDependency(association);
    }
    known[next.kind][next.flow.name] = arn;
  }
  return known.flow;
}

interface Candidate {
  readonly kind: 'flow' | 'module';
  readonly flow: Flow;
}

const candidates: readonly Candidate[] = [
  ...flowModuleNames.map((name) => ({ kind: 'module' as const, flow: flowModules[name] })),
  ...contactFlowNames.map((name) => ({ kind: 'flow' as const, flow: contactFlows[name] })),
];

/** Each flow once nothing that it refers to is missing. */
function* inOrder(missing: (flow: Flow) => readonly NamedReference[]): Generator<Candidate> {
  let waiting = candidates;
  for (;;) {
    const next = waiting.find(({ flow }) => missing(flow).length === 0);
    if (next === undefined) return;
    waiting = waiting.filter((each) => each !== next);
    yield next;
  }
}

interface Emission extends Candidate {
  readonly resolve: (reference: NamedReference) => string;
}

function addFlow(stack: AtlasStack, instance: CfnInstance, { kind, flow, resolve }: Emission) {
  const { flows, modules } = stack.names.connect;
  const name = kind === 'module' ? modules[flow.name as FlowModuleName] : flows[flow.name as ContactFlowName];
  const properties = {
    instanceArn: instance.attrArn,
    name,
    ...(flow.description === undefined ? {} : { description: flow.description }),
    content: stack.toJsonString(emitFlow(flow, { name, resolve })),
  };
  if (kind === 'flow') {
    const resource = new CfnContactFlow(stack, logicalIdOf(flow), { ...properties, type: flow.type });
    return { resource, arn: resource.attrContactFlowArn };
  }
  const resource = new CfnContactFlowModule(stack, logicalIdOf(flow), properties);
  return { resource, arn: resource.attrContactFlowModuleArn };
}

/** `AtlasEngineVoiceEntry` → `VoiceEntryFlow`. */
const logicalIdOf = ({ name }: Flow): string =>
  name === 'AtlasEngineOutbound' ? 'OutboundFlow' : `${name.replace(/^AtlasEngine/, '')}Flow`;

function associateBots(
  stack: AtlasStack,
  instance: CfnInstance,
  bots: FlowReferences['bot'],
): ReadonlyMap<string, CfnIntegrationAssociation> {
  return new Map(
    Object.entries(bots).map(([bot, integrationArn]) => [
      bot,
      new CfnIntegrationAssociation(stack, `${bot}Association`, {
        instanceId: instance.attrArn,
        integrationType: 'LEX_BOT',
        integrationArn,
      }),
    ]),
  );
}
