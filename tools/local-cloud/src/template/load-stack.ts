import { holds } from './conditions.ts';
import type { IntrinsicScope } from './intrinsic-functions.ts';
import { noValue, resolveIntrinsics } from './intrinsics.ts';
import { TemplateError } from './template-error.ts';
import type { SynthesizedStack, TemplateResource } from './template.ts';
import { createWaitGraph } from './wait-graph.ts';

/** Stands for the stack itself among those that wait for a resource. */
const nobody = '';

/** What a resource is known by once it exists. */
export interface CreatedResource {
  /** What `Ref` gives: a name, an id, an ARN or a URL, depending on the type. */
  readonly ref: string;
  /** What `Fn::GetAtt` gives. */
  readonly attributes?: Readonly<Record<string, unknown>>;
}

/** A resource with its properties resolved. */
export interface ResolvedResource {
  readonly stack: SynthesizedStack;
  readonly logicalId: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface StackLoader {
  readonly region: string;
  readonly accountId: string;
  create(resource: ResolvedResource): Promise<CreatedResource>;
  dynamicReference(service: string, reference: string): Promise<string>;
}

/**
 * Creates the resources of a stack, each after those that it refers to.
 *
 * @throws TemplateError naming stack and resource
 */
export async function loadStack(
  stack: SynthesizedStack,
  loader: StackLoader,
): Promise<ReadonlyMap<string, CreatedResource>> {
  const created = new Map<string, Promise<CreatedResource>>();
  const waits = createWaitGraph(stack.name);
  const { Resources, Mappings, Conditions } = stack.template;

  const scopeOf = (waiting: string): IntrinsicScope => ({
    ref: async (name) =>
      pseudo(name, stack, loader) ?? parameter(name, stack) ?? (await resource(name, waiting)).ref,
    attribute: async (logicalId, attribute) => {
      const { attributes = {} } = await resource(logicalId, waiting);
      if (!(attribute in attributes)) {
        throw new TemplateError(
          `${stack.name}: ${logicalId} has no attribute ${attribute} in the local cloud`,
        );
      }
      return attributes[attribute];
    },
    dynamicReference: (service, reference) => loader.dynamicReference(service, reference),
    condition: async (name) => {
      if (!(name in Conditions)) throw new TemplateError(`${stack.name}: condition ${name} does not exist`);
      return await holds(Conditions[name], scopeOf(waiting));
    },
    mapping: (name, [first, second]) => Mappings[name]?.[first]?.[second],
  });
  const resource = (logicalId: string, waiting: string): Promise<CreatedResource> => {
    waits.add(waiting, logicalId);
    const known = created.get(logicalId);
    if (known !== undefined) return known;
    const definition = Resources[logicalId];
    if (definition === undefined)
      throw new TemplateError(`${stack.name}: resource ${logicalId} does not exist`);
    const made = make(logicalId, definition);
    created.set(logicalId, made);
    return made;
  };
  const make = async (logicalId: string, definition: TemplateResource): Promise<CreatedResource> => {
    for (const dependency of [definition.DependsOn ?? []].flat()) await resource(dependency, logicalId);
    const properties = (await resolveIntrinsics(definition.Properties, scopeOf(logicalId))) as Record<
      string,
      unknown
    >;
    return await loader.create({ stack, logicalId, type: definition.Type, properties });
  };

  for (const [logicalId, definition] of Object.entries(Resources)) {
    const { Condition } = definition;
    if (Condition === undefined || (await scopeOf(nobody).condition(Condition))) {
      await resource(logicalId, nobody);
    }
  }
  const entries = await Promise.all([...created].map(async ([id, made]) => [id, await made] as const));
  return new Map(entries);
}

function pseudo(name: string, stack: SynthesizedStack, { region, accountId }: StackLoader): unknown {
  const values: Readonly<Record<string, unknown>> = {
    'AWS::Region': region,
    'AWS::AccountId': accountId,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': stack.name,
    'AWS::StackId': `arn:aws:cloudformation:${region}:${accountId}:stack/${stack.name}/local`,
    'AWS::NoValue': noValue,
  };
  return values[name];
}

function parameter(name: string, { template }: SynthesizedStack): unknown {
  return template.Parameters[name]?.Default;
}
