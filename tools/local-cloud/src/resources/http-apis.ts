import { createHash } from 'node:crypto';
import type { ResourceRequest } from '@atlas-engine/cloudformation-double';
import type { ApiPart } from '@atlas-engine/http-api-double';
import { identityOf } from './ids.ts';
import type { ResourceType, ResourceTypes } from './resource-type.ts';

/** API Gateway's ids are short, of small letters and digits; here they follow from stack and resource. */
const idOf = (resource: ResourceRequest): string => {
  const digest = createHash('sha256').update(identityOf(resource).join('/')).digest('hex');
  return `a${BigInt(`0x${digest}`).toString(36).slice(0, 9)}`;
};

const part = (kind: ApiPart, attribute: string): ResourceType => ({
  put: (resource, { services }) => {
    const id = idOf(resource);
    services.httpApis.put(kind, id, resource.properties);
    return { physicalId: id, attributes: { [attribute]: id } };
  },
  remove: ({ physicalId }, { services }) => services.httpApis.remove(kind, physicalId),
});

/** HTTP APIs, part by part. */
export const httpApiResources: ResourceTypes = {
  'AWS::ApiGatewayV2::Api': {
    put: (resource, { services, region }) => {
      const id = idOf(resource);
      services.httpApis.put('Api', id, resource.properties);
      const ApiEndpoint = `https://${id}.execute-api.${region}.amazonaws.com`;
      return { physicalId: id, attributes: { ApiId: id, ApiEndpoint } };
    },
    remove: ({ physicalId }, { services }) => services.httpApis.remove('Api', physicalId),
  },
  'AWS::ApiGatewayV2::Stage': {
    put: (resource, { services }) => {
      services.httpApis.put('Stage', idOf(resource), resource.properties);
      return { physicalId: '$default' };
    },
    remove: (resource, { services }) => services.httpApis.remove('Stage', idOf(resource)),
  },
  'AWS::ApiGatewayV2::Integration': part('Integration', 'IntegrationId'),
  'AWS::ApiGatewayV2::Route': part('Route', 'RouteId'),
  'AWS::ApiGatewayV2::Authorizer': part('Authorizer', 'AuthorizerId'),
};
