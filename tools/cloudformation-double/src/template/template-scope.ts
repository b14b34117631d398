import { holds } from './conditions.ts';
import type { IntrinsicScope } from './intrinsic-functions.ts';
import { noValue } from './intrinsics.ts';
import { TemplateError } from './template-error.ts';
import type { Template } from './template.ts';

/** What a resource is known by once it exists. */
export interface KnownResource {
  /** What `Ref` gives: a name, an id, an ARN or a URL, depending on the type. */
  readonly physicalId: string;
  /** What `Fn::GetAtt` gives. */
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** What surrounds the values of a template. */
export interface ScopeOptions {
  readonly template: Template;
  readonly stack: { readonly name: string; readonly id: string };
  readonly region: string;
  readonly accountId: string;
  readonly parameters: Readonly<Record<string, { readonly value: unknown }>>;
  /** A resource that exists; undefined for one that does not exist yet, whose values are then {@link knownAfterApply}. */
  readonly resource: (logicalId: string) => KnownResource | undefined;
  readonly dynamicReference: (service: string, reference: string) => Promise<string>;
}

/** Stands for what is known only once a resource exists. */
export const knownAfterApply = '{{changeSet:KNOWN_AFTER_APPLY}}';

/** How the intrinsic functions of a template see their stack. */
export function templateScope(options: ScopeOptions): IntrinsicScope {
  const { template, stack, parameters } = options;
  const pseudo: Readonly<Record<string, unknown>> = {
    'AWS::Region': options.region,
    'AWS::AccountId': options.accountId,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': stack.name,
    'AWS::StackId': stack.id,
    'AWS::NotificationARNs': [],
    'AWS::NoValue': noValue,
  };
  const resource = (logicalId: string): KnownResource | undefined => {
    if (logicalId in template.Resources) return options.resource(logicalId);
    throw new TemplateError(`${stack.name}: resource ${logicalId} does not exist`);
  };
  const scope: IntrinsicScope = {
    ref: (name) => {
      if (name in pseudo) return Promise.resolve(pseudo[name]);
      if (name in parameters) return Promise.resolve(parameters[name]?.value);
      return Promise.resolve(resource(name)?.physicalId ?? knownAfterApply);
    },
    attribute: (logicalId, attribute) => {
      const known = resource(logicalId);
      if (known === undefined) return Promise.resolve(knownAfterApply);
      if (attribute in known.attributes) return Promise.resolve(known.attributes[attribute]);
      throw new TemplateError(`${stack.name}: ${logicalId} has no attribute ${attribute} in the local cloud`);
    },
    dynamicReference: options.dynamicReference,
    condition: async (name) => {
      if (!(name in template.Conditions))
        throw new TemplateError(`${stack.name}: condition ${name} does not exist`);
      return await holds(template.Conditions[name], scope);
    },
    mapping: (name, [first, second]) => template.Mappings[name]?.[first]?.[second],
  };
  return scope;
}

/** The resources that a stack has: those without a condition, or whose condition holds. */
export async function presentResources(
  template: Template,
  scope: IntrinsicScope,
): Promise<ReadonlySet<string>> {
  const present = new Set<string>();
  for (const [logicalId, { Condition }] of Object.entries(template.Resources)) {
    if (Condition === undefined || (await scope.condition(Condition))) present.add(logicalId);
  }
  return present;
}
