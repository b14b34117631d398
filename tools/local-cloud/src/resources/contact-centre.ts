import { deterministicUuid } from '@atlas-engine/simulation';
import type { ResolvedResource } from '../template/load-stack.ts';
import { objectProperty, optionalText, textProperty } from './properties.ts';
import type { Cloud, ResourceTypes } from './resource-type.ts';

/** Ids that AWS would choose: the same for the same stack and resource, so that a restart changes nothing. */
const idOf = ({ stack, logicalId }: ResolvedResource): string => deterministicUuid(stack.name, logicalId);

const instanceIdOf = (arn: string): string => /instance\/([^/]+)/.exec(arn)?.[1] ?? arn;

const instanceArnOf = (id: string, { region, accountId }: Cloud): string =>
  `arn:aws:connect:${region}:${accountId}:instance/${id}`;

/** A claimed number: from the range reserved for fiction, at the end that no persona of the samples uses. */
const claimedNumber = (country: string): string => (country === 'GB' ? '+442079460999' : '+12125550199');

export const contactCentreResources: ResourceTypes = {
  'AWS::Connect::Instance': (resource, cloud) => {
    const id = idOf(resource);
    const attributes = objectProperty(resource, 'Attributes');
    cloud.services.connect.addInstance({
      id,
      alias: optionalText(resource, 'InstanceAlias') ?? id,
      outboundCalls: attributes['OutboundCalls'] === true || attributes['OutboundCalls'] === 'true',
    });
    const arn = instanceArnOf(id, cloud);
    return { ref: arn, attributes: { Arn: arn, Id: id, InstanceStatus: 'ACTIVE' } };
  },
  'AWS::Connect::InstanceStorageConfig': (resource, { services }) => {
    const instanceId = instanceIdOf(textProperty(resource, 'InstanceArn'));
    if (textProperty(resource, 'ResourceType') === 'CALL_RECORDINGS') {
      const s3 = objectProperty(resource, 'S3Config');
      const recordings = { bucket: String(s3['BucketName']), prefix: String(s3['BucketPrefix']) };
      services.connect.addInstance({ ...services.connect.instance(instanceId), recordings });
    }
    return { ref: `${instanceId}|CALL_RECORDINGS`, attributes: { AssociationId: idOf(resource) } };
  },
  'AWS::Connect::HoursOfOperation': (resource, cloud) =>
    connectResource(resource, cloud, 'operating-hours', 'HoursOfOperationArn'),
  'AWS::Connect::Queue': (resource, cloud) => {
    const instanceId = instanceIdOf(textProperty(resource, 'InstanceArn'));
    cloud.services.connect.addQueue({ instanceId, id: idOf(resource) });
    return connectResource(resource, cloud, 'queue', 'QueueArn');
  },
  'AWS::Connect::PhoneNumber': (resource, cloud) => {
    const instanceId = instanceIdOf(textProperty(resource, 'TargetArn'));
    const number = claimedNumber(textProperty(resource, 'CountryCode'));
    cloud.services.connect.addPhoneNumber({ instanceId, number });
    const { region, accountId } = cloud;
    const arn = `arn:aws:connect:${region}:${accountId}:phone-number/${idOf(resource)}`;
    return { ref: arn, attributes: { PhoneNumberArn: arn, Address: number } };
  },
  'AWS::Connect::ContactFlow': (resource, cloud) => {
    cloud.services.connect.addFlow({
      instanceId: instanceIdOf(textProperty(resource, 'InstanceArn')),
      id: idOf(resource),
      name: textProperty(resource, 'Name'),
      type: textProperty(resource, 'Type'),
      content: textProperty(resource, 'Content'),
    });
    return connectResource(resource, cloud, 'contact-flow', 'ContactFlowArn');
  },
  'AWS::Connect::ContactFlowModule': (resource, cloud) => {
    textProperty(resource, 'Name');
    textProperty(resource, 'Content');
    return connectResource(resource, cloud, 'flow-module', 'ContactFlowModuleArn');
  },
  'AWS::Connect::QuickConnect': (resource, cloud) => {
    textProperty(resource, 'Name');
    objectProperty(resource, 'QuickConnectConfig');
    return connectResource(resource, cloud, 'transfer-destination', 'QuickConnectArn');
  },
  'AWS::Connect::IntegrationAssociation': (resource, { services, accountId }) => {
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
      services.permissions.putResourcePolicy(idOf(resource), [functionArn], {
        Version: '2012-10-17',
        Statement: [statement],
      });
    }
    return { ref: idOf(resource), attributes: { IntegrationAssociationId: idOf(resource) } };
  },
  'AWS::Connect::ApprovedOrigin': (resource) => ({ ref: idOf(resource) }),
};

function connectResource(
  resource: ResolvedResource,
  cloud: Cloud,
  ...[kind, attribute]: readonly [string, string]
) {
  const instance = instanceArnOf(instanceIdOf(textProperty(resource, 'InstanceArn')), cloud);
  const arn = `${instance}/${kind}/${idOf(resource)}`;
  return { ref: arn, attributes: { [attribute]: arn } };
}
