import { createHash } from 'node:crypto';
import type { ResourceRequest } from '@atlas-engine/cloudformation-double';
import { deterministicUuid } from '@atlas-engine/simulation';
import { identityOf } from './ids.ts';
import { textProperty } from './properties.ts';
import type { Cloud, ResourceType, ResourceTypes } from './resource-type.ts';

const pathOf = (resource: ResourceRequest): string => identityOf(resource).join('/');

/** Letters and digits that follow from stack and resource. */
const lettersOf = (resource: ResourceRequest, length: number): string =>
  BigInt(`0x${createHash('sha256').update(pathOf(resource)).digest('hex')}`)
    .toString(36)
    .slice(0, length);

const poolIdOf = (resource: ResourceRequest, { region }: Cloud): string =>
  `${region}_${lettersOf(resource, 9)}`;

const users = (part: 'UserPoolDomain' | 'UserPoolUser', name: string): ResourceType => ({
  put: (resource, { services }) => {
    services.userPools.put(part, pathOf(resource), resource.properties);
    return { physicalId: textProperty(resource, name) };
  },
  remove: (resource, { services }) => services.userPools.remove(part, pathOf(resource)),
});

/** User pools, whose users agents are, and identity pools, whose guests ask the bots. */
export const identityResources: ResourceTypes = {
  'AWS::Cognito::UserPool': {
    put: (resource, cloud) => {
      const id = poolIdOf(resource, cloud);
      cloud.services.userPools.put('UserPool', id, resource.properties);
      const { region, accountId } = cloud;
      const provider = `cognito-idp.${region}.amazonaws.com/${id}`;
      const Arn = `arn:aws:cognito-idp:${region}:${accountId}:userpool/${id}`;
      const attributes = { UserPoolId: id, Arn, ProviderName: provider, ProviderURL: `https://${provider}` };
      return { physicalId: id, attributes };
    },
    remove: ({ physicalId }, { services }) => services.userPools.remove('UserPool', physicalId),
  },
  'AWS::Cognito::UserPoolClient': {
    put: (resource, { services }) => {
      const id = lettersOf(resource, 26);
      services.userPools.put('UserPoolClient', id, resource.properties);
      return { physicalId: id, attributes: { ClientId: id, Name: textProperty(resource, 'ClientName') } };
    },
    remove: ({ physicalId }, { services }) => services.userPools.remove('UserPoolClient', physicalId),
  },
  'AWS::Cognito::UserPoolDomain': users('UserPoolDomain', 'Domain'),
  'AWS::Cognito::UserPoolUser': users('UserPoolUser', 'Username'),
  'AWS::Cognito::IdentityPool': {
    put: (resource, { services, region }) => {
      const id = `${region}:${deterministicUuid(...identityOf(resource))}`;
      services.identityPools.put('IdentityPool', id, resource.properties);
      return { physicalId: id, attributes: { Name: textProperty(resource, 'IdentityPoolName') } };
    },
    remove: ({ physicalId }, { services }) => services.identityPools.remove('IdentityPool', physicalId),
  },
  'AWS::Cognito::IdentityPoolRoleAttachment': {
    put: (resource, { services }) => {
      services.identityPools.put('IdentityPoolRoleAttachment', pathOf(resource), resource.properties);
      return { physicalId: textProperty(resource, 'IdentityPoolId') };
    },
    remove: (resource, { services }) =>
      services.identityPools.remove('IdentityPoolRoleAttachment', pathOf(resource)),
  },
};
