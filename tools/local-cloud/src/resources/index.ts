import type { CreatedResource, ResolvedResource } from '../template/load-stack.ts';
import { TemplateError } from '../template/template-error.ts';
import { botResources } from './bots.ts';
import { contactCentreResources } from './contact-centre.ts';
import { functionResources } from './functions.ts';
import { operationResources } from './operations.ts';
import { permissionResources } from './permissions.ts';
import type { Cloud, ResourceTypes } from './resource-type.ts';
import { storageResources } from './storage.ts';
import { workflowResources } from './workflows.ts';

const types: ResourceTypes = {
  ...storageResources,
  ...permissionResources,
  ...functionResources,
  ...contactCentreResources,
  ...botResources,
  ...operationResources,
  ...workflowResources,
};

/** Creates a resource of any type that the local cloud knows. @throws TemplateError naming an unknown type */
export async function createResource(resource: ResolvedResource, cloud: Cloud): Promise<CreatedResource> {
  const create = types[resource.type];
  if (create === undefined) {
    throw new TemplateError(
      `${resource.logicalId}: the resource type ${resource.type} is not supported by the local cloud`,
    );
  }
  return await create(resource, cloud);
}
