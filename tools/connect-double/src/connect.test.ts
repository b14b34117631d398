import {
  ConnectClient,
  DescribeContactCommand,
  GetContactAttributesCommand,
  SearchContactsCommand,
  StartOutboundVoiceContactCommand,
  StopContactCommand,
  type StartOutboundVoiceContactCommandInput,
} from '@aws-sdk/client-connect';
import { readRecording } from '@atlas-engine/call-recording';
import { createWireServer, type WireServer } from '@atlas-engine/aws-wire';
import {
  createManualClock,
  createMemoryStore,
  type ManualClock,
  type StateStore,
} from '@atlas-engine/simulation';
import { createConnect, type Connect, type ContactEvent } from './index.ts';

const instanceId = '11111111-1111-4111-8111-111111111111';
const flowId = '22222222-2222-4222-8222-222222222222';
const flow = JSON.stringify({
  Version: '2019-10-30',
  StartAction: 'Record',
  Actions: [
    {
      Identifier: 'Record',
      Type: 'UpdateContactRecordingBehavior',
      Parameters: {
        RecordingBehavior: { RecordedParticipants: ['Customer'], IVRRecordingBehavior: 'Enabled' },
      },
      Transitions: { NextAction: 'Greet' },
    },
    {
      Identifier: 'Greet',
      Type: 'MessageParticipant',
      Parameters: { Text: '$.Attributes.greeting' },
      Transitions: { NextAction: 'Bot' },
    },
    {
      Identifier: 'Bot',
      Type: 'ConnectParticipantWithLexBot',
      Parameters: {},
      Transitions: { NextAction: 'End' },
    },
    { Identifier: 'End', Type: 'DisconnectParticipant', Transitions: {} },
  ],
});
const start = Date.parse('2026-11-23T15:00:00Z');
const call = (
  input: Partial<StartOutboundVoiceContactCommandInput> = {},
): StartOutboundVoiceContactCommandInput => ({
  InstanceId: instanceId,
  ContactFlowId: flowId,
  DestinationPhoneNumber: '+12125550100',
  SourcePhoneNumber: '+12125550199',
  ClientToken: 'token-1',
  Attributes: { greeting: 'Hello, this is Atlas.', closing: 'Goodbye.', voicemailMessage: 'We call again.' },
  ...input,
});

describe('the Connect double', () => {
  let clock: ManualClock;
  let store: StateStore;
  let events: ContactEvent[];
  let recordings: { bucket: string; key: string; body: Buffer }[];
  let server: WireServer;
  let connect: Connect;
  let client: ConnectClient;

  const create = (maxActiveCalls = 10) => {
    const created = createConnect({
      clock,
      store,
      region: 'us-east-1',
      accountId: '000000000000',
      maxActiveCalls,
      emit: async (event) => void events.push(event),
      putRecording: async (object) => void recordings.push(object),
    });
    created.addInstance({
      id: instanceId,
      alias: 'atlas',
      outboundCalls: true,
      recordings: { bucket: 'recordings', prefix: 'connect/atlas' },
    });
    created.addFlow({ instanceId, id: flowId, name: 'Outbound', type: 'CONTACT_FLOW', content: flow });
    created.addPhoneNumber({ instanceId, number: '+12125550199' });
    return created;
  };
  const serve = async (maxActiveCalls?: number) => {
    connect = create(maxActiveCalls);
    server = await createWireServer({ services: [connect.service], clock, store });
    client = new ConnectClient({
      endpoint: server.url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'AKIALOCAL', secretAccessKey: 'x' },
      maxAttempts: 1,
    });
  };
  beforeEach(() => {
    clock = createManualClock(start);
    store = createMemoryStore();
    events = [];
    recordings = [];
  });
  afterEach(async () => {
    client.destroy();
    await server.close();
  });
  const types = () => events.map((event) => event.detail['eventType']);

  it('carries an answered call through its events, contact and recording', async () => {
    await serve();
    const { ContactId } = await client.send(new StartOutboundVoiceContactCommand(call()));
    await clock.runUntilIdle();
    expect(types()).toEqual(['INITIATED', 'CONNECTED_TO_SYSTEM', 'DISCONNECTED', 'COMPLETED']);
    const { Contact } = await client.send(new DescribeContactCommand({ InstanceId: instanceId, ContactId }));
    expect(Contact).toMatchObject({ DisconnectReason: 'CONTACT_FLOW_DISCONNECT', InitiationMethod: 'API' });
    expect(Contact?.ConnectedToSystemTimestamp).toBeInstanceOf(Date);
    expect(Contact?.AnsweringMachineDetectionStatus).toBeUndefined();
    expect(recordings[0]?.key).toMatch(
      /^connect\/atlas\/CallRecordings\/ivr\/2026\/11\/23\/.*_20261123T15:00_UTC\.wav$/,
    );
    const { turns } = readRecording(recordings[0]!.body);
    expect(turns[0]).toMatchObject({ channel: 0, text: 'Hello, this is Atlas.' });
    expect(turns.some((turn) => turn.channel === 1 && turn.text.includes('interested'))).toBe(true);
  });

  it.each([
    ['+12125550150', 'TELECOM_UNANSWERED'],
    ['+12125550158', 'TELECOM_BUSY'],
    ['+12125550193', 'TELECOM_NUMBER_INVALID'],
    ['+12125550196', 'TELECOM_PROBLEM'],
  ])('ends a call to %s unconnected with %s and no recording', async (DestinationPhoneNumber, reason) => {
    await serve();
    const { ContactId } = await client.send(
      new StartOutboundVoiceContactCommand(call({ DestinationPhoneNumber })),
    );
    await clock.runUntilIdle();
    expect(types()).toEqual(['INITIATED', 'DISCONNECTED', 'COMPLETED']);
    const { Contact } = await client.send(new DescribeContactCommand({ InstanceId: instanceId, ContactId }));
    expect(Contact?.DisconnectReason).toBe(reason);
    expect(Contact?.ConnectedToSystemTimestamp).toBeUndefined();
    expect(recordings).toEqual([]);
  });

  it('answers a repeated token with the same contact only while that contact lives', async () => {
    await serve();
    const first = await client.send(new StartOutboundVoiceContactCommand(call()));
    const repeated = await client.send(new StartOutboundVoiceContactCommand(call()));
    await clock.runUntilIdle();
    const afterwards = await client.send(new StartOutboundVoiceContactCommand(call()));
    expect(repeated.ContactId).toBe(first.ContactId);
    expect(afterwards.ContactId).not.toBe(first.ContactId);
  });

  it('throttles beyond two calls a second with a burst of five', async () => {
    await serve();
    const calls = Array.from({ length: 6 }, (_, n) =>
      client.send(new StartOutboundVoiceContactCommand(call({ ClientToken: `token-${n}` }))),
    );
    const results = await Promise.allSettled(calls);
    const failures = results.filter((result) => result.status === 'rejected');
    expect(failures).toHaveLength(1);
    expect(failures[0]?.reason).toMatchObject({ name: 'TooManyRequestsException' });
  });

  it('refuses more active calls than the instance may have', async () => {
    await serve(1);
    await client.send(new StartOutboundVoiceContactCommand(call()));
    const second = client.send(new StartOutboundVoiceContactCommand(call({ ClientToken: 'token-2' })));
    await expect(second).rejects.toMatchObject({ name: 'LimitExceededException' });
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
    await serve();
    await expect(client.send(new StartOutboundVoiceContactCommand(call(input)))).rejects.toMatchObject({
      name,
    });
  });

  it('detects a machine only for campaign traffic', async () => {
    await serve();
    const { ContactId } = await client.send(
      new StartOutboundVoiceContactCommand(
        call({ DestinationPhoneNumber: '+12125550164', TrafficType: 'CAMPAIGN' }),
      ),
    );
    await clock.runUntilIdle();
    const { Contact } = await client.send(new DescribeContactCommand({ InstanceId: instanceId, ContactId }));
    expect(Contact?.AnsweringMachineDetectionStatus).toBe('VOICEMAIL_BEEP');
  });

  it('finds a contact that is over by a searchable attribute, or among all', async () => {
    await serve();
    const { ContactId } = await client.send(
      new StartOutboundVoiceContactCommand(call({ Attributes: { callId: 'c-1' } })),
    );
    await client.send(
      new StartOutboundVoiceContactCommand(call({ ClientToken: 'other', Attributes: { callId: 'c-3' } })),
    );
    const search = async (value?: string, MaxResults = 100) => {
      await clock.advanceBy(2500);
      return await client.send(
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
    await clock.runUntilIdle();
    expect((await search('c-1')).Contacts?.map((contact) => contact.Id)).toEqual([ContactId]);
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
    await serve();
    const { ContactId } = await client.send(new StartOutboundVoiceContactCommand(call()));
    await client.send(new StopContactCommand({ InstanceId: instanceId, ContactId }));
    await clock.runUntilIdle();
    expect(connect.contacts()[0]?.disconnectReason).toBe('OTHER');
    const again = client.send(new StopContactCommand({ InstanceId: instanceId, ContactId }));
    await expect(again).rejects.toMatchObject({ name: 'ContactNotFoundException' });
  });

  it('goes on with calls that a former process left under way', async () => {
    await serve();
    await client.send(new StartOutboundVoiceContactCommand(call()));
    await clock.advanceBy(1000);
    const later = createManualClock(clock.now());
    clock = later;
    const { ContactId } = await client.send(new StartOutboundVoiceContactCommand(call()));
    create();
    await later.runUntilIdle();
    expect(types()).toEqual(['INITIATED', 'CONNECTED_TO_SYSTEM', 'DISCONNECTED', 'COMPLETED']);
    const attributes = await client.send(
      new GetContactAttributesCommand({ InstanceId: instanceId, InitialContactId: ContactId }),
    );
    expect(attributes.Attributes).toMatchObject({ closing: 'Goodbye.' });
  });

  it('refuses a flow with a block it cannot run, by name', async () => {
    await serve();
    const content = flow.replace('"MessageParticipant"', '"ShowView"');
    expect(() =>
      connect.addFlow({ instanceId, id: 'x', name: 'Odd', type: 'CONTACT_FLOW', content }),
    ).toThrow(/Greet.*ShowView/);
  });
});
