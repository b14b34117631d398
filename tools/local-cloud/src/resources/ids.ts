import type { ResourceRequest } from '@atlas-engine/cloudformation-double';

type Named = Pick<ResourceRequest, 'stackName' | 'logicalId' | 'generation'>;

/** What tells a resource apart whose id AWS chooses: the same in every run, another one after each replacement. */
export const identityOf = ({ stackName, logicalId, generation }: Named): readonly [string, string] => [
  stackName,
  generation === 0 ? logicalId : `${logicalId}/${generation}`,
];
