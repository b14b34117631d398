import type { MadeResource, ResourceRequest } from '@atlas-engine/cloudformation-double';
import { deterministicUuid } from '@atlas-engine/simulation';
import { identityOf } from './ids.ts';
import { textProperty } from './properties.ts';
import type { Cloud } from './resource-type.ts';

/** Ids that AWS would choose: the same for the same stack and resource, so that a restart changes nothing. */
export const idOf = (resource: ResourceRequest): string => deterministicUuid(...identityOf(resource));

export const instanceIdOf = (arn: string): string => /instance\/([^/]+)/.exec(arn)?.[1] ?? arn;

export const instanceArnOf = (id: string, { region, accountId }: Cloud): string =>
  `arn:aws:connect:${region}:${accountId}:instance/${id}`;

/** How a double finds a resource of an instance. */
export const keyOf = (resource: ResourceRequest, instanceArn: string) => ({
  instanceId: instanceIdOf(instanceArn),
  id: idOf(resource),
});

/** A resource of an instance: `Ref` and the attribute give its ARN. */
export function connectResource(
  resource: ResourceRequest,
  cloud: Cloud,
  ...[kind, attribute]: readonly [string, string]
): MadeResource {
  const instance = instanceArnOf(instanceIdOf(textProperty(resource, 'InstanceArn')), cloud);
  const arn = `${instance}/${kind}/${idOf(resource)}`;
  return { physicalId: arn, attributes: { [attribute]: arn } };
}
