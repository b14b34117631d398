import {
  DescribeContactCommand,
  GetContactAttributesCommand,
  SearchContactsCommand,
  StopContactCommand,
  type StartOutboundVoiceContactCommandInput,
} from '@aws-sdk/client-connect';
import { connectWorld, type ConnectWorld, instanceId, start } from './testing/connect-world.ts';
import { outboundFlow } from './testing/test-flows.ts';

describe('the Connect double on the wire', () => {
  let world: ConnectWorld;
  beforeEach(() => {
    world = connectWorld();
  });
  afterEach(() => world.close());
  const describeContact = async (ContactId: string | undefined) =>
    (await world.client().send(new DescribeContactCommand({ InstanceId: instanceId, ContactId }))).Contact;

  it('describes an answered call when it is over', async () => {
    await world.serve();
    const id = await world.dial();
    await world.clock.runUntilIdle();
    const contact = await describeContact(id);
    expect(contact).toMatchObject({
      DisconnectReason: 'CONTACT_FLOW_DISCONNECT',
      InitiationMethod: 'API',
      CustomerEndpoint: { Address: '+12125550100' },
      Recordings: [{ Status: 'AVAILABLE' }],
    });
    expect(contact?.ConnectedToSystemTimestamp).toBeInstanceOf(Date);
    expect(contact?.AnsweringMachineDetectionStatus).toBeUndefined();
  });

  it.each([
    ['+12125550150', 'TELECOM_UNANSWERED'],
    ['+12125550158', 'TELECOM_BUSY'],
    ['+12125550193', 'TELECOM_NUMBER_INVALID'],
    ['+12125550196', 'TELECOM_PROBLEM'],
  ])('ends a call to %s unconnected with %s and no recording', async (DestinationPhoneNumber, reason) => {
    await world.serve();
    const id = await world.dial({ DestinationPhoneNumber });
    await world.clock.runUntilIdle();
    expect(world.types()).toEqual(['INITIATED', 'DISCONNECTED', 'COMPLETED']);
    const contact = await describeContact(id);
    expect(contact?.DisconnectReason).toBe(reason);
    expect(contact?.ConnectedToSystemTimestamp).toBeUndefined();
    expect(world.recordings).toEqual([]);
  });

  it('answers a repeated token with the same contact only while that contact lives', async () => {
    await world.serve();
    const first = await world.dial();
    const repeated = await world.dial();
    await world.clock.runUntilIdle();
    const afterwards = await world.dial();
    expect(repeated).toBe(first);
    expect(afterwards).not.toBe(first);
  });

  it('throttles beyond two calls a second with a burst of five', async () => {
    await world.serve();
    const calls = Array.from({ length: 6 }, (_, n) => world.dial({ ClientToken: `token-${n}` }));
    const failures = (await Promise.allSettled(calls)).filter((result) => result.status === 'rejected');
    expect(failures).toMatchObject([{ reason: { name: 'TooManyRequestsException' } }]);
  });

  it('refuses more active calls than the instance may have', async () => {
    await world.serve({ maxActiveCalls: 1 });
    await world.dial();
    await expect(world.dial({ ClientToken: 'token-2' })).rejects.toMatchObject({
      name: 'LimitExceededException',
    });
  });

  it.each<[string, Partial<StartOutboundVoiceContactCommandInput>, string]>([
    ['a number that is not E.164', { DestinationPhoneNumber: '2125550100' }, 'InvalidParameterException'],
    ['a source number of somebody else', { SourcePhoneNumber: '+12125550198' }, 'InvalidParameterException'],
    ['an unknown flow', { ContactFlowId: 'unknown' }, 'ResourceNotFoundException'],
    ['an attribute key with a space', { Attributes: { 'not allowed': 'x' } }, 'InvalidParameterException'],
    ['attributes over 32 KB', { Attributes: { big: 'x'.repeat(33_000) } }, 'InvalidParameterException'],
    [
      'machine detection for general traffic',
      { AnswerMachineDetectionConfig: { EnableAnswerMachineDetection: true } },
      'InvalidParameterException',
    ],
  ])('refuses %s', async (_, input, name) => {
    await world.serve();
    await expect(world.dial(input)).rejects.toMatchObject({ name });
  });

  it('detects a machine only for campaign traffic', async () => {
    await world.serve();
    const id = await world.dial({ DestinationPhoneNumber: '+12125550164', TrafficType: 'CAMPAIGN' });
    await world.clock.runUntilIdle();
    expect((await describeContact(id))?.AnsweringMachineDetectionStatus).toBe('VOICEMAIL_BEEP');
  });

  it('finds a contact that is over by a searchable attribute, or among all', async () => {
    await world.serve();
    const id = await world.dial({ Attributes: { callId: 'c-1' } });
    await world.dial({ ClientToken: 'other', Attributes: { callId: 'c-3' } });
    const search = async (value?: string, MaxResults = 100) => {
      await world.clock.advanceBy(2500);
      return await world.client().send(
        new SearchContactsCommand({
          InstanceId: instanceId,
          TimeRange: {
            Type: 'INITIATION_TIMESTAMP',
            StartTime: new Date(start - 1000),
            EndTime: new Date(start + 10_000),
          },
          SearchCriteria: {
            Channels: ['VOICE'],
            InitiationMethods: ['API'],
            ...(value === undefined
              ? {}
              : {
                  SearchableContactAttributes: {
                    Criteria: [{ Key: 'callId', Values: [value] }],
                    MatchType: 'MATCH_ALL',
                  },
                }),
          },
          MaxResults,
        }),
      );
    };
    expect((await search('c-1')).Contacts).toEqual([]);
    await world.clock.runUntilIdle();
    expect((await search('c-1')).Contacts?.map((contact) => contact.Id)).toEqual([id]);
    expect((await search('c-2')).Contacts).toEqual([]);
    const all = await search();
    expect(all).toMatchObject({ TotalCount: 2, Contacts: [{}, {}] });
    expect(all.NextToken).toBeUndefined();
    const one = await search(undefined, 1);
    expect(one.Contacts).toHaveLength(1);
    expect(one.NextToken).toBeDefined();
    await expect(search(undefined, 101)).rejects.toMatchObject({ name: 'InvalidRequestException' });
  });

  it('stops an active call and says of an ended one that it is gone', async () => {
    await world.serve();
    const ContactId = await world.dial();
    await world.client().send(new StopContactCommand({ InstanceId: instanceId, ContactId }));
    await world.clock.runUntilIdle();
    expect((await describeContact(ContactId))?.DisconnectReason).toBe('OTHER');
    const again = world.client().send(new StopContactCommand({ InstanceId: instanceId, ContactId }));
    await expect(again).rejects.toMatchObject({ name: 'ContactNotFoundException' });
  });

  it('gives the attributes of a contact', async () => {
    await world.serve();
    const InitialContactId = await world.dial();
    const { Attributes } = await world
      .client()
      .send(new GetContactAttributesCommand({ InstanceId: instanceId, InitialContactId }));
    expect(Attributes).toMatchObject({ closing: 'Goodbye.' });
  });

  it('refuses a flow with a block it cannot run, by name', async () => {
    await world.serve();
    const content = outboundFlow.replace('"MessageParticipant"', '"ShowView"');
    expect(() =>
      world.connect().addFlow({ instanceId, id: 'x', name: 'Odd', type: 'CONTACT_FLOW', content }),
    ).toThrow(/Notice.*ShowView/);
  });
});
