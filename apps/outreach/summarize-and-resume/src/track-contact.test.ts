import type { ContactFacts, ContactId } from '@atlas-engine/domain';
import { arrangeCall, dialledAt, minute } from './fixtures/arrange-call.ts';

const connectedToSystemAt = dialledAt + 12_000;
const disconnectedAt = dialledAt + 90_000;

/** A placed call, two minutes later, with what Connect knows of it by then. */
async function arrange(facts: ContactFacts) {
  const life = await arrangeCall();
  const contactId = await life.place();
  life.telephony.know(contactId, facts);
  life.pass(2 * minute);
  const tell = (eventType: string) => life.track({ contactId, eventType });
  return { ...life, contactId, tell };
}

describe('a contact that reached nobody', () => {
  it.each<[string, ContactFacts, object]>([
    ['TELECOM_BUSY', {}, { outcome: 'BUSY', next: { action: 'RETRY' } }],
    ['TELECOM_UNANSWERED', {}, { outcome: 'NO_ANSWER', next: { action: 'RETRY' } }],
    ['TELECOM_TIMEOUT', {}, { outcome: 'NO_ANSWER' }],
    ['TELECOM_ORIGINATOR_CANCEL', {}, { outcome: 'NO_ANSWER' }],
    [
      'TELECOM_NUMBER_INVALID',
      {},
      { outcome: 'INVALID_NUMBER', reason: 'INVALID_NUMBER', next: { action: 'FINISH' } },
    ],
    ['TELECOM_POTENTIAL_BLOCKING', {}, { outcome: 'FAILED', reason: 'NETWORK_FAILURE' }],
    ['TELECOM_PROBLEM', {}, { outcome: 'FAILED', reason: 'NETWORK_FAILURE', next: { action: 'RETRY' } }],
    ['CUSTOMER_NEVER_ARRIVED', {}, { outcome: 'FAILED' }],
    ['OUTBOUND_DESTINATION_ENDPOINT_ERROR', {}, { outcome: 'FAILED' }],
    ['OUTBOUND_RESOURCE_ERROR', {}, { outcome: 'FAILED' }],
    ['OUTBOUND_ATTEMPT_FAILED', {}, { outcome: 'FAILED' }],
    ['SOMETHING_NEW', {}, { outcome: 'FAILED' }],
  ])('ends its call: %s', async (disconnectReason, facts, result) => {
    const { tell, call, workflow } = await arrange({ disconnectedAt, disconnectReason, ...facts });
    await expect(tell('DISCONNECTED')).resolves.toBe('ENDED');
    await expect(call()).resolves.toMatchObject({ status: 'FINISHED', disconnectReason, result });
    expect(workflow.taken).toHaveLength(1);
  });

  it.each([
    ['VOICEMAIL_BEEP', { outcome: 'VOICEMAIL' }],
    ['VOICEMAIL_NO_BEEP', { outcome: 'VOICEMAIL' }],
    ['SIT_TONE_BUSY', { outcome: 'BUSY' }],
    ['SIT_TONE_INVALID_NUMBER', { outcome: 'INVALID_NUMBER' }],
    ['SIT_TONE_DETECTED', { outcome: 'FAILED' }],
    ['AMD_UNANSWERED', { outcome: 'NO_ANSWER' }],
  ])('is known by detection, although a tone connected it: %s', async (detected, result) => {
    const { tell, call } = await arrange({
      ...{ connectedToSystemAt, disconnectedAt },
      answeringMachineDetectionStatus: detected,
      disconnectReason: 'OTHER',
    });
    await expect(tell('DISCONNECTED')).resolves.toBe('ENDED');
    await expect(call()).resolves.toMatchObject({ status: 'FINISHED', result });
  });

  it('is over by its reason alone', async () => {
    const { tell, call } = await arrange({ disconnectReason: 'TELECOM_BUSY' });
    await expect(tell('DISCONNECTED')).resolves.toBe('ENDED');
    await expect(call()).resolves.toMatchObject({
      result: { outcome: 'BUSY' },
      endedAt: '2026-11-20T15:02:00.000Z',
    });
  });

  it('is given time to say why', async () => {
    const { tell, call, telephony, contactId, workflow } = await arrange({ disconnectedAt });
    await expect(tell('DISCONNECTED')).resolves.toBe('AWAITS_REASON');
    await expect(call()).resolves.toMatchObject({ status: 'ENDED' });
    expect(workflow.heartbeats).toHaveLength(1);
    telephony.know(contactId, { disconnectedAt, disconnectReason: 'TELECOM_NUMBER_INVALID' });
    await expect(tell('COMPLETED')).resolves.toBe('ENDED');
    await expect(call()).resolves.toMatchObject({ result: { outcome: 'INVALID_NUMBER' } });
  });

  it('counts as failed by the network when Connect never says why', async () => {
    const { tell, call, pass } = await arrange({ disconnectedAt });
    pass(2 * minute);
    await expect(tell('COMPLETED')).resolves.toBe('ENDED');
    await expect(call()).resolves.toMatchObject({ result: { outcome: 'FAILED', reason: 'NETWORK_FAILURE' } });
  });
});

describe('a contact that somebody answered', () => {
  it.each([
    ...['CUSTOMER_DISCONNECT', 'AGENT_DISCONNECT', 'THIRD_PARTY_DISCONNECT', 'CONTACT_FLOW_DISCONNECT'],
    ...['BARGED', 'OTHER', 'SOMETHING_NEW', undefined],
    ...['TELECOM_PROBLEM', 'TELECOM_TIMEOUT', 'OUTBOUND_RESOURCE_ERROR'],
  ])('waits for its recording, whatever ended it: %s', async (disconnectReason) => {
    const { tell, call, workflow } = await arrange({ connectedToSystemAt, disconnectedAt, disconnectReason });
    await expect(tell('DISCONNECTED')).resolves.toBe('AWAITS_RECORDING');
    await expect(call()).resolves.toMatchObject({
      status: 'ENDED',
      answeredAt: '2026-11-20T15:00:12.000Z',
      endedAt: '2026-11-20T15:01:30.000Z',
    });
    expect(workflow).toMatchObject({ taken: [], heartbeats: ['token-1'] });
  });

  it.each([
    'HUMAN_ANSWERED',
    'ANSWERED',
    'UNDETECTED',
    'AMD_UNRESOLVED',
    'AMD_UNRESOLVED_SILENCE',
    'AMD_ERROR',
  ])('is a conversation as far as detection knows: %s', async (answeringMachineDetectionStatus) => {
    const { tell } = await arrange({
      ...{ connectedToSystemAt, disconnectedAt, answeringMachineDetectionStatus },
      disconnectReason: 'CUSTOMER_DISCONNECT',
    });
    await expect(tell('DISCONNECTED')).resolves.toBe('AWAITS_RECORDING');
  });
});

describe('contact events', () => {
  it.each(['INITIATED', 'CONNECTED_TO_SYSTEM', 'A_NEW_KIND'])('are signs of life: %s', async (eventType) => {
    const { tell, call, workflow } = await arrange({ disconnectedAt, disconnectReason: 'TELECOM_BUSY' });
    await expect(tell(eventType)).resolves.toBe('UNDER_WAY');
    await expect(call()).resolves.toMatchObject({ status: 'PLACED' });
    expect(workflow.heartbeats).toEqual(['token-1']);
  });

  it('are hints: a contact that is not over stays open whatever they say', async () => {
    const { tell, call } = await arrange({ connectedToSystemAt, disconnectedAt: 1 });
    await expect(tell('DISCONNECTED')).resolves.toBe('UNDER_WAY');
    const known = await call();
    expect(known).toMatchObject({ status: 'PLACED', answeredAt: '2026-11-20T15:00:12.000Z' });
    expect(known).not.toHaveProperty('endedAt');
  });

  it('are an error when they tell of a call that Connect did not know', async () => {
    const life = await arrangeCall();
    const contactId = await life.ring();
    life.telephony.placedBetween = async () => [];
    life.pass(31 * minute);
    await expect(life.reconcileCall(await life.call())).resolves.toBe('NOT_PLACED');
    await expect(life.track({ contactId, eventType: 'COMPLETED' })).resolves.toBe('ALREADY_FINISHED');
    const lines = life.lines.map((line) => JSON.parse(line) as { level: string; message: string });
    expect(lines.at(-1)).toMatchObject({ level: 'error', message: 'a call was placed after all' });
  });

  it('change nothing when they come again, late or in another order', async () => {
    const { tell, call, workflow } = await arrange({ disconnectedAt, disconnectReason: 'TELECOM_BUSY' });
    await tell('COMPLETED');
    const before = await call();
    for (const eventType of ['COMPLETED', 'DISCONNECTED', 'CONNECTED_TO_SYSTEM', 'INITIATED']) {
      await expect(tell(eventType)).resolves.toBe('ALREADY_FINISHED');
    }
    await expect(call()).resolves.toEqual(before);
    expect(workflow.taken).toHaveLength(1);
  });

  it('find their call before its contact is written down', async () => {
    const life = await arrangeCall();
    const contactId = await life.ring();
    life.telephony.know(contactId, { disconnectedAt, disconnectReason: 'TELECOM_BUSY' });
    await expect(life.track({ contactId, eventType: 'DISCONNECTED' })).resolves.toBe('ENDED');
    await expect(life.call()).resolves.toMatchObject({ contactId, result: { outcome: 'BUSY', attempts: 1 } });
  });

  it('of others are left alone', async () => {
    const { track } = await arrangeCall();
    const contactId = 'somebody-elses' as ContactId;
    await expect(track({ contactId, eventType: 'DISCONNECTED' })).resolves.toBe('NOT_OURS');
  });

  it('of a contact that Connect has forgotten change nothing', async () => {
    const life = await arrangeCall();
    const contactId = await life.place();
    life.telephony.forget(contactId);
    await expect(life.track({ contactId, eventType: 'DISCONNECTED' })).resolves.toBe('NOT_FOUND');
    await expect(life.call()).resolves.toMatchObject({ status: 'PLACED' });
  });
});
