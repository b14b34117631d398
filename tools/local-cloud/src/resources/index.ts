import {
  TemplateError,
  type MadeResource,
  type ResourceProvider,
  type ResourceRequest,
} from '@atlas-engine/cloudformation-double';
import { alreadyExists } from './already-exists.ts';
import { botResources } from './bots.ts';
import { contactCentreResources } from './contact-centre.ts';
import { contactCentreStaff } from './contact-centre-staff.ts';
import { functionResources } from './functions.ts';
import { httpApiResources } from './http-apis.ts';
import { identityResources } from './identity.ts';
import { operationResources } from './operations.ts';
import { permissionResources } from './permissions.ts';
import type { Cloud, Putting, ResourceType, ResourceTypes } from './resource-type.ts';
import { siteResources } from './sites.ts';
import { storageResources } from './storage.ts';
import { workflowResources } from './workflows.ts';

const types: ResourceTypes = {
  ...storageResources,
  ...permissionResources,
  ...functionResources,
  ...contactCentreResources,
  ...contactCentreStaff,
  ...botResources,
  ...httpApiResources,
  ...identityResources,
  ...operationResources,
  ...workflowResources,
  ...siteResources,
};

/** @throws TemplateError naming an unknown type */
function typeOf({ logicalId, type }: Pick<ResourceRequest, 'logicalId' | 'type'>): ResourceType {
  const found = Object.hasOwn(types, type) ? types[type] : undefined;
  if (found !== undefined) return found;
  throw new TemplateError(`${logicalId}: the resource type ${type} is not supported by the local cloud`);
}

/** The resources of the local cloud, as CloudFormation makes, changes and removes them. */
export const resourceProvider = (cloud: Cloud): ResourceProvider => ({
  supports: (type) => Object.hasOwn(types, type),
  create: (resource, deployment) => {
    const type = typeOf(resource);
    const put = () => type.put(resource, cloud, { deployment });
    if (deployment.adopt || type.taken === undefined) return put();
    return unlessTaken(type.taken(resource, cloud), { resource, put });
  },
  update: (resource, before, deployment) => typeOf(resource).put(resource, cloud, { before, deployment }),
  remove: (resource) => typeOf(resource).remove(resource, cloud),
  restore: async (resource) => {
    const type = typeOf(resource);
    if (type.volatile === true) await type.put(resource, cloud, {});
  },
});

interface Creation {
  readonly resource: ResourceRequest;
  readonly put: () => ReturnType<ResourceType['put']>;
}

/** Without a promise where none is needed, so that nothing happens between the question and the creation. */
function unlessTaken(
  taken: boolean | Promise<boolean>,
  creation: Creation,
): MadeResource | Promise<MadeResource> {
  if (typeof taken !== 'boolean') return taken.then((answer) => unlessTaken(answer, creation));
  const { resource, put } = creation;
  if (!taken) return put();
  throw alreadyExists(
    `Resource of type '${resource.type}' with identifier '${identifierOf(resource)}' already exists.`,
  );
}

/** The name that a template gives a resource. */
function identifierOf({ logicalId, properties }: ResourceRequest): string {
  const name = Object.entries(properties).find(([key]) => /^(.*Name|Id)$/.test(key))?.[1];
  return typeof name === 'string' ? name : logicalId;
}

/** Creates one resource, for tests and hosts that need no stack. */
export const createResource = (
  resource: ResourceRequest,
  cloud: Cloud,
  putting: Putting = {},
): MadeResource | Promise<MadeResource> => typeOf(resource).put(resource, cloud, putting);
