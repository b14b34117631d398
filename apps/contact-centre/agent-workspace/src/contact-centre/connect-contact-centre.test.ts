import type { ConnectClient } from '@aws-sdk/client-connect';
import { connectContactCentre } from './connect-contact-centre.ts';

const instanceArn = 'arn:aws:connect:us-east-1:123456789012:instance/instance-1';

/** Amazon Connect with one answer for each operation; what has none is not there. */
function contactCentre(answers: Readonly<Record<string, unknown>>) {
  const asked: unknown[] = [];
  const send = async (command: {
    readonly constructor: { readonly name: string };
    readonly input: unknown;
  }) => {
    asked.push(command.input);
    const answer = answers[command.constructor.name.replace('Command', '')];
    if (answer instanceof Error) throw answer;
    if (answer === undefined) throw Object.assign(new Error('no'), { name: 'ResourceNotFoundException' });
    return answer;
  };
  const client = { send } as unknown as ConnectClient;
  return { centre: connectContactCentre({ client, instanceArn, instanceId: 'instance-1' }), asked };
}

describe('a contact by Amazon Connect', () => {
  it('has its agent, its beginning and the number of a telephone', async () => {
    const Contact = {
      Channel: 'VOICE',
      InitialContactId: 'first',
      AgentInfo: { Id: 'user-1' },
      CustomerEndpoint: { Type: 'TELEPHONE_NUMBER', Address: '+12125550100' },
    };
    const { centre, asked } = contactCentre({ DescribeContact: { Contact } });
    expect(await centre.describeContact('second')).toEqual({
      ...{ channel: 'VOICE', agentId: 'user-1', initialContactId: 'first', customerNumber: '+12125550100' },
    });
    expect(asked).toEqual([{ InstanceId: 'instance-1', ContactId: 'second' }]);
  });

  it('has no number in a chat, and is its own beginning', async () => {
    const Contact = { Channel: 'CHAT', CustomerEndpoint: { Type: 'VOIP', Address: 'x' } };
    expect(await contactCentre({ DescribeContact: { Contact } }).centre.describeContact('c')).toEqual({
      ...{ channel: 'CHAT', agentId: undefined, initialContactId: 'c', customerNumber: undefined },
    });
  });

  it('may be unknown', async () => {
    const { centre } = contactCentre({});
    expect(await centre.describeContact('c')).toBeUndefined();
    expect(await centre.attributesOf('c')).toEqual({});
    expect(await centre.describeAgent('u')).toBeUndefined();
    expect(await centre.findAgent('nobody')).toBeUndefined();
  });

  it.each([
    ['ThrottlingException', true],
    ['AccessDeniedException', false],
  ])('that cannot be read by %s may be asked again: %s', async (name, retryable) => {
    const { centre } = contactCentre({ DescribeContact: Object.assign(new Error('no'), { name }) });
    await expect(centre.describeContact('c')).rejects.toMatchObject({
      name: 'ContactCentreError',
      retryable,
    });
  });
});

describe('an agent by Amazon Connect', () => {
  it('has a name that colleagues read', async () => {
    const IdentityInfo = { FirstName: 'Avery', LastName: 'Agent' };
    const User = { Id: 'user-1', Username: 'avery.agent', IdentityInfo };
    const agent = { id: 'user-1', userName: 'avery.agent', name: 'Avery Agent' };
    expect(await contactCentre({ DescribeUser: { User } }).centre.describeAgent('user-1')).toEqual(agent);
    const { centre, asked } = contactCentre({ SearchUsers: { Users: [User] } });
    expect(await centre.findAgent('avery.agent')).toEqual(agent);
    expect(asked).toMatchObject([
      { SearchCriteria: { StringCondition: { Value: 'avery.agent', ComparisonType: 'EXACT' } } },
    ]);
  });

  it('without a name goes by the user name', async () => {
    const { centre } = contactCentre({ DescribeUser: { User: { Id: 'user-1', Username: 'avery.agent' } } });
    expect(await centre.describeAgent('user-1')).toMatchObject({ name: 'avery.agent' });
  });

  it('has figures, and zeros where Connect has no value', async () => {
    const Collections = [
      { Metric: { Name: 'CONTACTS_HANDLED' }, Value: 3 },
      { Metric: { Name: 'SUM_INTERACTION_TIME' }, Value: 120.4 },
    ];
    const { centre, asked } = contactCentre({ GetMetricDataV2: { MetricResults: [{ Collections }] } });
    const span = { from: 1000, to: 2000 };
    expect(await centre.figuresOf('user-1', span)).toEqual({
      ...{ contacts: 3, talkSeconds: 120, wrapUpSeconds: 0, missed: 0 },
    });
    expect(asked).toMatchObject([
      { ResourceArn: instanceArn, Filters: [{ FilterKey: 'AGENT', FilterValues: ['user-1'] }] },
    ]);
    expect(await contactCentre({}).centre.figuresOf('user-1', span)).toMatchObject({ contacts: 0 });
  });
});
