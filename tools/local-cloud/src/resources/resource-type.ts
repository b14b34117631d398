import type {
  DeploymentContext,
  ExistingResource,
  MadeResource,
  ResourceRequest,
} from '@atlas-engine/cloudformation-double';
import type { CodeStore } from '../code/code-store.ts';
import type { Services } from '../services.ts';

/** What resources are created in. */
export interface Cloud {
  readonly services: Services;
  readonly region: string;
  readonly accountId: string;
  /** The address that templates carry for stage `local`, and the one the local cloud listens at. */
  readonly url: () => string;
  /** The code of functions. */
  readonly code: CodeStore;
  /** What is declared and has no effect here, by type and name: deployments, dashboards, budgets. */
  readonly declared: Map<string, Readonly<Record<string, unknown>>>;
  /** Names of the secrets that templates declare. */
  readonly secrets: Set<string>;
  /** Names of the functions that exist. */
  readonly functions: Set<string>;
}

/** How a resource comes to be what is asked for. */
export interface Putting {
  /** What it was, when it is there; absent while it is created, and after a restart. */
  readonly before?: ExistingResource;
  /** The deployment; absent after a restart. */
  readonly deployment?: DeploymentContext;
}

/** One kind of resource, as it is made, changed and removed. */
export interface ResourceType {
  /** Creates the resource, or brings it to the given properties when it is there. */
  put(resource: ResourceRequest, cloud: Cloud, putting: Putting): MadeResource | Promise<MadeResource>;
  /** Whether the name is used already, by anything. Without it the id is the service's to choose, or a put is enough. */
  taken?(resource: ResourceRequest, cloud: Cloud): boolean | Promise<boolean>;
  /** Takes it away; what is not there is no error. */
  remove(resource: ExistingResource, cloud: Cloud): void | Promise<void>;
  /** It lives in memory: it is put again after a restart. */
  readonly volatile?: true;
}

/** Resource types by their CloudFormation name. */
export type ResourceTypes = Readonly<Record<string, ResourceType>>;
