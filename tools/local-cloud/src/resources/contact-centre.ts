import type { ResourceRequest } from '@atlas-engine/cloudformation-double';
import { connectResource, idOf, instanceArnOf, instanceIdOf, keyOf } from './connect-resource.ts';
import { listProperty, objectProperty, optionalText, textProperty } from './properties.ts';
import { openingTimes } from './opening-times.ts';
import type { ResourceTypes } from './resource-type.ts';

/** A claimed number: from the range reserved for fiction, at the end that no persona of the samples uses. */
const claimedNumber = (country: string): string => (country === 'GB' ? '+442079460999' : '+12125550199');

/** Id of the policy that an association with a function stands for. */
const associationPolicy = (resource: ResourceRequest): string => `connect-association/${idOf(resource)}`;

/** What an instance stores in buckets, by the name of its storage configuration. */
const storedKinds: Readonly<Record<string, 'recordings' | 'transcripts' | 'attachments'>> = {
  CALL_RECORDINGS: 'recordings',
  CHAT_TRANSCRIPTS: 'transcripts',
  ATTACHMENTS: 'attachments',
};

export const contactCentreResources: ResourceTypes = {
  'AWS::Connect::Instance': {
    put: (resource, cloud) => {
      const id = idOf(resource);
      const attributes = objectProperty(resource, 'Attributes');
      cloud.services.connect.addInstance({
        id,
        alias: optionalText(resource, 'InstanceAlias') ?? id,
        outboundCalls: attributes['OutboundCalls'] === true || attributes['OutboundCalls'] === 'true',
      });
      const arn = instanceArnOf(id, cloud);
      return { physicalId: arn, attributes: { Arn: arn, Id: id, InstanceStatus: 'ACTIVE' } };
    },
    remove: (resource, { services }) => services.connect.remove('instance', keyOf(resource, '')),
  },
  'AWS::Connect::InstanceStorageConfig': {
    put: (resource, { services }) => {
      const instanceId = instanceIdOf(textProperty(resource, 'InstanceArn'));
      const kind = textProperty(resource, 'ResourceType');
      const stored = storedKinds[kind];
      if (stored !== undefined) {
        const s3 = objectProperty(resource, 'S3Config');
        const place = { bucket: String(s3['BucketName']), prefix: String(s3['BucketPrefix']) };
        services.connect.addInstance({ ...services.connect.instance(instanceId), [stored]: place });
      }
      return { physicalId: `${instanceId}|${kind}`, attributes: { AssociationId: idOf(resource) } };
    },
    remove: (resource, { services }) => {
      const instanceId = instanceIdOf(textProperty(resource, 'InstanceArn'));
      const stored = storedKinds[textProperty(resource, 'ResourceType')];
      if (stored === undefined) return;
      services.connect.addInstance({ ...services.connect.instance(instanceId), [stored]: undefined });
    },
  },
  'AWS::Connect::HoursOfOperation': {
    volatile: true,
    put: (resource, cloud) => {
      cloud.services.connect.addHours({
        instanceId: instanceIdOf(textProperty(resource, 'InstanceArn')),
        id: idOf(resource),
        timeZone: textProperty(resource, 'TimeZone'),
        times: openingTimes(resource),
      });
      return connectResource(resource, cloud, 'operating-hours', 'HoursOfOperationArn');
    },
    remove: (resource, { services }) =>
      services.connect.remove('hours', keyOf(resource, textProperty(resource, 'InstanceArn'))),
  },
  'AWS::Connect::Queue': {
    volatile: true,
    put: (resource, cloud) => {
      const maxContacts = resource.properties['MaxContacts'];
      cloud.services.connect.addQueue({
        instanceId: instanceIdOf(textProperty(resource, 'InstanceArn')),
        id: idOf(resource),
        name: textProperty(resource, 'Name'),
        hoursId: textProperty(resource, 'HoursOfOperationArn'),
        maxContacts: typeof maxContacts === 'number' ? maxContacts : undefined,
        quickConnectIds: listProperty(resource, 'QuickConnectArns').map(String),
      });
      return connectResource(resource, cloud, 'queue', 'QueueArn');
    },
    remove: (resource, { services }) =>
      services.connect.remove('queue', keyOf(resource, textProperty(resource, 'InstanceArn'))),
  },
  'AWS::Connect::PhoneNumber': {
    volatile: true,
    put: (resource, cloud) => {
      const instanceId = instanceIdOf(textProperty(resource, 'TargetArn'));
      const number = claimedNumber(textProperty(resource, 'CountryCode'));
      cloud.services.connect.addPhoneNumber({ instanceId, number });
      const { region, accountId } = cloud;
      const arn = `arn:aws:connect:${region}:${accountId}:phone-number/${idOf(resource)}`;
      return { physicalId: arn, attributes: { PhoneNumberArn: arn, Address: number } };
    },
    remove: (resource, { services }) => {
      const instanceId = instanceIdOf(textProperty(resource, 'TargetArn'));
      services.connect.remove('number', { instanceId, id: String(resource.attributes['Address']) });
    },
  },
  'AWS::Connect::ContactFlow': {
    volatile: true,
    put: (resource, cloud) => {
      cloud.services.connect.addFlow({
        instanceId: instanceIdOf(textProperty(resource, 'InstanceArn')),
        id: idOf(resource),
        name: textProperty(resource, 'Name'),
        type: textProperty(resource, 'Type'),
        content: textProperty(resource, 'Content'),
      });
      return connectResource(resource, cloud, 'contact-flow', 'ContactFlowArn');
    },
    remove: (resource, { services }) =>
      services.connect.remove('flow', keyOf(resource, textProperty(resource, 'InstanceArn'))),
  },
  'AWS::Connect::ContactFlowModule': {
    volatile: true,
    put: (resource, cloud) => {
      cloud.services.connect.addFlow({
        instanceId: instanceIdOf(textProperty(resource, 'InstanceArn')),
        id: idOf(resource),
        name: textProperty(resource, 'Name'),
        type: 'MODULE',
        content: textProperty(resource, 'Content'),
      });
      return connectResource(resource, cloud, 'flow-module', 'ContactFlowModuleArn');
    },
    remove: (resource, { services }) =>
      services.connect.remove('flow', keyOf(resource, textProperty(resource, 'InstanceArn'))),
  },
  'AWS::Connect::IntegrationAssociation': {
    volatile: true,
    put: (resource, { services, accountId }) => {
      if (textProperty(resource, 'IntegrationType') === 'LAMBDA_FUNCTION') {
        // Amazon Connect adds this to the function's policy itself.
        const functionArn = textProperty(resource, 'IntegrationArn');
        const statement = {
          Effect: 'Allow',
          Principal: { Service: 'connect.amazonaws.com' },
          Action: 'lambda:InvokeFunction',
          Resource: functionArn,
          Condition: {
            StringEquals: { 'AWS:SourceAccount': accountId },
            ArnLike: { 'AWS:SourceArn': textProperty(resource, 'InstanceId') },
          },
        };
        services.permissions.putResourcePolicy(associationPolicy(resource), [functionArn], {
          Version: '2012-10-17',
          Statement: [statement],
        });
      }
      return { physicalId: idOf(resource), attributes: { IntegrationAssociationId: idOf(resource) } };
    },
    remove: (resource, { services }) =>
      services.permissions.removeResourcePolicy(associationPolicy(resource)),
  },
  'AWS::Connect::ApprovedOrigin': {
    volatile: true,
    put: (resource, { services }) => {
      const instanceArn = textProperty(resource, 'InstanceId');
      const origin = textProperty(resource, 'Origin');
      services.connect.addApprovedOrigin({ instanceId: instanceIdOf(instanceArn), origin });
      return { physicalId: `${instanceArn}|${origin}` };
    },
    remove: (resource, { services }) =>
      services.connect.remove('origin', {
        instanceId: instanceIdOf(textProperty(resource, 'InstanceId')),
        id: textProperty(resource, 'Origin'),
      }),
  },
};
