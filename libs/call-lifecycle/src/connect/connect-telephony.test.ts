import { callIdOf } from '@atlas-engine/domain';
import type { ContactId, PhoneNumber, RequestId } from '@atlas-engine/domain';
import type { RecordedService } from '../testing/recorded-service.ts';
import { startRecordedService } from '../testing/recorded-service.ts';
import type { Telephony } from '../telephony.ts';
import { connectTelephony } from './connect-telephony.ts';
import type { OutboundLine } from './place-call.ts';

let service: RecordedService;
beforeAll(async () => {
  service = await startRecordedService();
});
afterAll(() => service.close());

const line: OutboundLine = { flowId: 'flow-1', sourceNumber: '+12125550199', trafficType: 'GENERAL' };
const callId = callIdOf('lead-42' as RequestId, 1);
const contactId = 'b1f0c0de-0000-4000-8000-000000000001' as ContactId;
const placement = {
  callId,
  phone: '+12125550100' as PhoneNumber,
  attributes: { callId, greeting: 'Hello.' },
};

const clientConfig = (maxAttempts = 2, requestTimeout = 10_000) => ({
  endpoint: service.url,
  region: 'us-east-1',
  credentials: { accessKeyId: 'LOCAL', secretAccessKey: 'local' },
  maxAttempts,
  requestHandler: { requestTimeout, throwOnRequestTimeout: true },
});

const telephony = (options: Partial<Parameters<typeof connectTelephony>[0]> = {}): Telephony =>
  connectTelephony({
    client: clientConfig(),
    instanceId: 'instance-1',
    line,
    ...options,
  });

describe('placing a call by Amazon Connect', () => {
  it('asks with the call id as client token', async () => {
    service.plan({ status: 200, body: { ContactId: contactId } });

    expect(await telephony().place(placement)).toEqual({ kind: 'PLACED', contactId });
    expect(service.requests).toEqual([
      expect.objectContaining({
        method: 'PUT',
        path: '/contact/outbound-voice',
        body: {
          InstanceId: 'instance-1',
          ContactFlowId: 'flow-1',
          DestinationPhoneNumber: '+12125550100',
          SourcePhoneNumber: '+12125550199',
          ClientToken: callId,
          Attributes: placement.attributes,
        },
      }),
    ]);
  });

  it('detects machines where the account may', async () => {
    service.plan({ status: 200, body: { ContactId: contactId } });
    await telephony({ line: { ...line, trafficType: 'CAMPAIGN', ringTimeoutSeconds: 30 } }).place(placement);

    expect(service.requests[0]?.body).toMatchObject({
      TrafficType: 'CAMPAIGN',
      AnswerMachineDetectionConfig: { EnableAnswerMachineDetection: true, AwaitAnswerMachinePrompt: true },
      RingTimeoutInSeconds: 30,
    });
  });

  it.each([
    [429, 'TooManyRequestsException', { kind: 'THROTTLED' }],
    [429, 'LimitExceededException', { kind: 'THROTTLED' }],
    [429, 'ThrottlingException', { kind: 'THROTTLED' }],
    [403, 'DestinationNotAllowedException', { kind: 'REJECTED', reason: 'DESTINATION_NOT_ALLOWED' }],
    [403, 'OutboundContactNotPermittedException', { kind: 'REJECTED', reason: 'CALL_REJECTED' }],
    [403, 'AccessDeniedException', { kind: 'REJECTED', reason: 'CALL_REJECTED' }],
    [400, 'InvalidParameterException', { kind: 'REJECTED', reason: 'CALL_REJECTED' }],
    [404, 'ResourceNotFoundException', { kind: 'REJECTED', reason: 'CALL_REJECTED' }],
    [500, 'InternalServiceException', { kind: 'UNKNOWN' }],
  ])('takes %d %s as it is meant, and asks once', async (status, type, outcome) => {
    service.plan({ status, type, body: { Message: 'no' } });

    expect(await telephony().place(placement)).toEqual({ ...outcome, code: type });
    expect(service.requests).toHaveLength(1);
  });

  it.each([undefined, 'SILENCE'] as const)(
    'does not know what became of a call without an answer (%s)',
    async (none) => {
      service.plan(none);

      expect(await telephony({ client: clientConfig(2, 200) }).place(placement)).toMatchObject({
        kind: 'UNKNOWN',
      });
      expect(service.requests).toHaveLength(1);
    },
  );

  it('does not know what became of a call without a contact', async () => {
    service.plan({ status: 200, body: {} });

    expect(await telephony().place(placement)).toEqual({ kind: 'UNKNOWN', code: 'NO_CONTACT_ID' });
  });

  it('refuses attributes that Amazon Connect would not take, in bytes', async () => {
    service.plan({ status: 200, body: { ContactId: contactId } });
    const attributes = { greeting: 'ä'.repeat(16_381) };

    expect(await telephony().place({ ...placement, attributes })).toMatchObject({
      code: 'ATTRIBUTES_TOO_LARGE',
    });
    expect(
      await telephony().place({ ...placement, attributes: { greeting: 'ä'.repeat(16_380) } }),
    ).toMatchObject({
      kind: 'PLACED',
    });
    expect(service.requests).toHaveLength(1);
  });

  it('places nothing without a line', async () => {
    const { client, instanceId } = { client: { region: 'us-east-1' }, instanceId: 'instance-1' };

    expect(await connectTelephony({ client, instanceId }).place(placement)).toMatchObject({
      kind: 'REJECTED',
      code: 'NO_OUTBOUND_LINE',
    });
  });
});

describe('asking Amazon Connect', () => {
  it('describes a contact', async () => {
    service.plan({
      status: 200,
      body: {
        Contact: {
          Id: contactId,
          ConnectedToSystemTimestamp: 1_790_000_012.4,
          DisconnectTimestamp: 1_790_000_090,
          DisconnectReason: 'CUSTOMER_DISCONNECT',
          AnsweringMachineDetectionStatus: 'A_STATUS_OF_TOMORROW',
        },
      },
    });

    expect(await telephony().describe(contactId)).toEqual({
      connectedToSystemAt: 1_790_000_012_400,
      disconnectedAt: 1_790_000_090_000,
      disconnectReason: 'CUSTOMER_DISCONNECT',
      answeringMachineDetectionStatus: 'A_STATUS_OF_TOMORROW',
    });
    expect(service.requests[0]?.path).toBe(`/contacts/instance-1/${contactId}`);
  });

  it('says that it does not know a contact', async () => {
    service.plan({ status: 404, type: 'ResourceNotFoundException' });

    expect(await telephony().describe(contactId)).toBe('NOT_FOUND');
    expect(await telephony().attributes(contactId)).toEqual({});
  });

  it('retries what may pass', async () => {
    service.plan(
      { status: 429, type: 'ThrottlingException' },
      { status: 200, body: { Attributes: { callId } } },
    );

    expect(await telephony().attributes(contactId)).toEqual({ callId });
    expect(service.requests).toHaveLength(2);
  });

  it('searches the contact of a call', async () => {
    service.plan({ status: 200, body: { Contacts: [{ Id: contactId }], TotalCount: 1 } });

    expect(await telephony().search({ callId, from: 1_790_000_000_000, to: 1_790_000_600_000 })).toBe(
      contactId,
    );
    expect(service.requests[0]).toMatchObject({
      path: '/search-contacts',
      body: {
        TimeRange: { Type: 'INITIATION_TIMESTAMP', StartTime: 1_790_000_000, EndTime: 1_790_000_600 },
        SearchCriteria: {
          SearchableContactAttributes: {
            Criteria: [{ Key: 'callId', Values: [callId] }],
            MatchType: 'MATCH_ALL',
          },
        },
      },
    });
    service.plan({ status: 200, body: { Contacts: [] } });
    expect(await telephony().search({ callId, from: 0, to: 1 })).toBeUndefined();
  });

  it('lists the calls that were placed in a span of time, unless they are too many', async () => {
    const Contacts = [{ Id: contactId }, { Id: 'contact-2' }];
    service.plan({ status: 200, body: { Contacts, TotalCount: 2 } });
    const span = { from: 1_790_000_000_000, to: 1_790_000_180_000 };

    expect(await telephony().placedBetween(span)).toEqual([contactId, 'contact-2']);
    expect(service.requests[0]?.body).toEqual({
      InstanceId: 'instance-1',
      TimeRange: { Type: 'INITIATION_TIMESTAMP', StartTime: 1_790_000_000, EndTime: 1_790_000_180 },
      SearchCriteria: { Channels: ['VOICE'], InitiationMethods: ['API'] },
      MaxResults: 100,
    });
    service.plan({ status: 200, body: { Contacts, NextToken: 'more' } });
    expect(await telephony().placedBetween(span)).toBe('TOO_MANY');
  });

  it.each([
    [500, 'InternalServiceException', 'ServiceUnavailableError', true],
    [403, 'AccessDeniedException', 'ServiceRefusedError', false],
  ])('throws %d %s as %s', async (status, type, name, retryable) => {
    service.plan({ status, type });

    await expect(telephony({ client: clientConfig(1) }).describe(contactId)).rejects.toMatchObject({
      name,
      retryable,
    });
  });
});
