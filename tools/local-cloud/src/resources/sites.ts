import { deterministicUuid } from '@atlas-engine/simulation';
import { deployToBucket } from '../sites/bucket-deployment.ts';
import { identityOf } from './ids.ts';
import type { ResourceTypes } from './resource-type.ts';

/** Sites at the edge, and what fills their buckets. */
export const siteResources: ResourceTypes = {
  'AWS::CloudFront::Distribution': {
    put: (resource, { services }) => {
      const { id, domainName } = services.cloudFront.putDistribution(
        identityOf(resource),
        resource.properties,
      );
      return { physicalId: id, attributes: { Id: id, DomainName: domainName } };
    },
    remove: ({ physicalId }, { services }) => services.cloudFront.removeDistribution(physicalId),
  },
  'AWS::CloudFront::OriginAccessControl': {
    put: (resource, { services }) => {
      const { id } = services.cloudFront.putOriginAccessControl(identityOf(resource), resource.properties);
      return { physicalId: id, attributes: { Id: id } };
    },
    remove: ({ physicalId }, { services }) => services.cloudFront.removeOriginAccessControl(physicalId),
  },
  'AWS::CloudFront::ResponseHeadersPolicy': {
    put: (resource, { services }) => {
      const { id } = services.cloudFront.putResponseHeadersPolicy(identityOf(resource), resource.properties);
      return { physicalId: id, attributes: { Id: id } };
    },
    remove: ({ physicalId }, { services }) => services.cloudFront.removeResponseHeadersPolicy(physicalId),
  },
  'AWS::WAFv2::WebACL': {
    put: (resource, { services }) => {
      const { id, arn, name } = services.cloudFront.putWebAcl(identityOf(resource), resource.properties);
      return { physicalId: `${name}|${id}|CLOUDFRONT`, attributes: { Arn: arn, Id: id } };
    },
    remove: ({ attributes }, { services }) => services.cloudFront.removeWebAcl(String(attributes['Arn'])),
  },
  /** The AWS CLI, for the provider of bucket deployments. */
  'AWS::Lambda::LayerVersion': {
    put: (resource, { region, accountId }) => {
      const name = `${resource.stackName}-${resource.logicalId}`;
      const arn = `arn:aws:lambda:${region}:${accountId}:layer:${name}:1`;
      return { physicalId: arn, attributes: { LayerVersionArn: arn } };
    },
    remove: () => undefined,
  },
  'Custom::CDKBucketDeployment': {
    put: async (resource, cloud, { before }) => {
      const { OutputObjectKeys, SourceObjectKeys } = await deployToBucket(resource, cloud);
      return {
        physicalId:
          before?.physicalId ?? `aws.cdk.s3deployment.${deterministicUuid(...identityOf(resource))}`,
        attributes: { SourceObjectKeys: OutputObjectKeys ? SourceObjectKeys : [] },
      };
    },
    // RetainOnDelete: the objects stay.
    remove: () => undefined,
  },
};
