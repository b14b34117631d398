import { AwsError } from '@atlas-engine/aws-wire';
import type { CacheBehaviour, DistributionConfig } from './distribution-config.ts';
import { allViewerExceptHost, cachePolicies } from './managed-policies.ts';

/** What a distribution may refer to. */
export interface Known {
  readonly originAccessControl: (id: string) => boolean;
  readonly responseHeadersPolicy: (id: string) => boolean;
  readonly webAcl: (arn: string) => boolean;
  /** The distribution that has an alias. */
  readonly ownerOf: (alias: string) => string | undefined;
}

const refuse = (code: string, message: string): AwsError => new AwsError(code, message);

function checkBehaviour(config: DistributionConfig, behaviour: CacheBehaviour, known: Known): void {
  const { TargetOriginId, CachePolicyId, OriginRequestPolicyId, ResponseHeadersPolicyId } = behaviour;
  if (!config.Origins.some(({ Id }) => Id === TargetOriginId))
    throw refuse('NoSuchOrigin', 'One or more of your origins or origin groups do not exist.');
  if (!Object.hasOwn(cachePolicies, CachePolicyId))
    throw refuse(
      'NoSuchCachePolicy',
      `CachePolicyId ${CachePolicyId}: only the managed policies CachingOptimized and CachingDisabled are supported by the local cloud`,
    );
  if (OriginRequestPolicyId !== undefined && OriginRequestPolicyId !== allViewerExceptHost)
    throw refuse(
      'NoSuchOriginRequestPolicy',
      `OriginRequestPolicyId ${OriginRequestPolicyId}: only the managed policy AllViewerExceptHostHeader is supported by the local cloud`,
    );
  if (ResponseHeadersPolicyId !== undefined && !known.responseHeadersPolicy(ResponseHeadersPolicyId))
    throw refuse('NoSuchResponseHeadersPolicy', 'The specified response headers policy does not exist.');
}

function checkReferences(config: DistributionConfig, known: Known): void {
  for (const { OriginAccessControlId: id, S3OriginConfig: isBucket } of config.Origins) {
    if (id !== undefined && !known.originAccessControl(id))
      throw refuse('InvalidOriginAccessControl', 'The specified origin access control does not exist.');
    if (isBucket !== undefined && id === undefined)
      throw refuse(
        'InvalidOrigin',
        'a bucket without an origin access control: public buckets are not supported by the local cloud',
      );
  }
  const { WebACLId } = config;
  if (WebACLId !== undefined && !known.webAcl(WebACLId))
    throw refuse('InvalidWebACLId', `Web ACL is not accessible by the requester.`);
}

/** Checks what a distribution refers to. @throws AwsError as CloudFront refuses it */
export function checkConfig(id: string, config: DistributionConfig, known: Known): void {
  for (const behaviour of [config.DefaultCacheBehavior, ...config.CacheBehaviors])
    checkBehaviour(config, behaviour, known);
  checkReferences(config, known);
  for (const alias of config.Aliases) {
    const owner = known.ownerOf(alias);
    if (owner !== undefined && owner !== id)
      throw refuse(
        'CNAMEAlreadyExists',
        'One or more of the CNAMEs you provided are already associated with a different resource.',
      );
  }
}
