import type { CreatedResource, ResolvedResource } from '../template/load-stack.ts';
import type { Services } from '../services.ts';

/** What resources are created in. */
export interface Cloud {
  readonly services: Services;
  readonly region: string;
  readonly accountId: string;
  /** The address that templates carry for stage `local`, and the one the local cloud listens at. */
  readonly url: () => string;
  /** What is declared and has no effect here, by type and name: deployments, dashboards, budgets. */
  readonly declared: Map<string, Readonly<Record<string, unknown>>>;
  /** Names of the secrets that templates declare. */
  readonly secrets: Set<string>;
  /** Names of the functions that exist. */
  readonly functions: Set<string>;
}

/** Creates one kind of resource, or brings it to the given properties when it is there. */
export type ResourceType = (
  resource: ResolvedResource,
  cloud: Cloud,
) => CreatedResource | Promise<CreatedResource>;

/** Resource types by their CloudFormation name. */
export type ResourceTypes = Readonly<Record<string, ResourceType>>;
