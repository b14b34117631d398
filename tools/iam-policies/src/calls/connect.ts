import { optionalList, stringField } from '@atlas-engine/aws-wire';
import { arnOf, type Call, type CallNeeds, type CallTable } from './call.ts';
import { pathParameters } from './path.ts';

interface Subject {
  readonly instanceId: string;
  /** Behind the instance in the ARN: `/contact/ID`, or nothing. */
  readonly below: string;
}

const on =
  (action: string, subjectOf: (call: Call) => Subject): CallNeeds =>
  (call) => {
    const { instanceId, below } = subjectOf(call);
    return [
      {
        action: `connect:${action}`,
        resource: arnOf(call.place, 'connect', `instance/${instanceId}${below}`),
        context: { 'connect:instanceid': instanceId },
      },
    ];
  };

const inPath =
  (template: string) =>
  (call: Call): Subject => {
    const [instanceId = '', contactId = ''] = pathParameters(call, template);
    return { instanceId, below: `/contact/${contactId}` };
  };

const inBody =
  (member: string) =>
  ({ input }: Call): Subject => ({
    instanceId: stringField(input, 'InstanceId'),
    below: `/contact/${stringField(input, member)}`,
  });

/** Amazon Connect has not named the contact yet. */
const newContact = ({ input }: Call): Subject => ({
  instanceId: stringField(input, 'InstanceId'),
  below: '/contact/*',
});

/** A chat is started in a flow, which is what a policy names. */
const inFlow = ({ input }: Call): Subject => ({
  instanceId: stringField(input, 'InstanceId'),
  below: `/contact-flow/${stringField(input, 'ContactFlowId')}`,
});

const instance = ({ input }: Call): Subject => ({ instanceId: stringField(input, 'InstanceId'), below: '' });

const userInPath = (call: Call): Subject => {
  const [instanceId = '', userId = ''] = pathParameters(call, '/users/{InstanceId}/{UserId}');
  return { instanceId, below: `/agent/${userId}` };
};

/** Metrics are authorised by the resources of the filters. */
const onFilteredAgents: CallNeeds = ({ input }) => {
  const resource = stringField(input, 'ResourceArn');
  const filters = (optionalList(input, 'Filters') ?? []) as readonly Record<string, unknown>[];
  const agents = filters.flatMap((filter) =>
    filter['FilterKey'] === 'AGENT' ? (optionalList(filter, 'FilterValues') ?? []) : [],
  );
  return agents.map((id) => ({
    action: 'connect:GetMetricDataV2',
    resource: `${resource}/agent/${String(id).slice(String(id).lastIndexOf('/') + 1)}`,
    context: { 'connect:instanceid': resource.slice(resource.lastIndexOf('/') + 1) },
  }));
};

/** Amazon Connect, as far as outbound calls, chats and the agents' workspace need it. */
export const connectCalls: CallTable = {
  StartOutboundVoiceContact: on('StartOutboundVoiceContact', newContact),
  StartChatContact: on('StartChatContact', inFlow),
  DescribeContact: on('DescribeContact', inPath('/contacts/{InstanceId}/{ContactId}')),
  GetContactAttributes: on(
    'GetContactAttributes',
    inPath('/contact/attributes/{InstanceId}/{InitialContactId}'),
  ),
  UpdateContactAttributes: on('UpdateContactAttributes', inBody('InitialContactId')),
  StopContact: on('StopContact', inBody('ContactId')),
  SearchContacts: on('SearchContacts', instance),
  DescribeUser: on('DescribeUser', userInPath),
  SearchUsers: on('SearchUsers', instance),
  GetMetricDataV2: onFilteredAgents,
};
