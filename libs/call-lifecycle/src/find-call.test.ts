import { callIdOf, contactAttributesOf, type CallKey, type ContactId } from '@atlas-engine/domain';
import { aRequest, aScenario } from '@atlas-engine/domain/testing';
import { createInMemoryInteractionStore } from '@atlas-engine/interaction-store/testing';
import { findCall } from './find-call.ts';

const contactId = 'contact-1' as ContactId;

async function arrange() {
  const store = createInMemoryInteractionStore();
  const request = aRequest();
  const key: CallKey = { requestId: request.requestId, sequence: 1 };
  const call = { ...key, callId: callIdOf(key.requestId, 1), locale: request.lead.locale };
  await store.receiveRequest(request, 0);
  await store.openCall({ call, taskToken: 'token', executionArn: 'arn', at: 0, expiresAt: 1000 });
  const { version } = await store.readNumber(request.lead.phone);
  await store.claimDial({ key, phone: request.lead.phone, at: 0, version });
  const attributes = new Map<string, Readonly<Record<string, string>>>();
  const correlated: unknown[] = [];
  const find = findCall({
    store,
    logger: { correlate: (fields) => void correlated.push(fields) },
    telephony: { attributes: (id) => Promise.resolve(attributes.get(id) ?? {}) },
    clock: { now: () => 1000 },
  });
  return { store, key, call, attributes, find, correlated };
}

describe('finding the call of a contact', () => {
  it('uses what is written down', async () => {
    const { store, key, find } = await arrange();
    await store.recordPlaced({ key, contactId, at: 0 });
    await expect(find(contactId)).resolves.toMatchObject({ status: 'PLACED', contactId });
  });

  it('has the request in what is logged from then on, and nothing for a contact of somebody else', async () => {
    const { store, key, find, correlated } = await arrange();
    await find('somebody-else' as ContactId);
    await store.recordPlaced({ key, contactId, at: 0 });
    await find(contactId);
    expect(correlated).toEqual([{ requestId: key.requestId }]);
  });

  it('adopts a contact that was placed and never written down, by its attributes', async () => {
    const { store, key, call, attributes, find } = await arrange();
    attributes.set(contactId, contactAttributesOf(call, aScenario()));
    await expect(find(contactId)).resolves.toMatchObject({ status: 'PLACED', contactId });
    await expect(store.getCall(key)).resolves.toMatchObject({ status: 'PLACED', contactId });
  });

  it('leaves a second contact with the same attributes alone', async () => {
    const { store, key, call, attributes, find } = await arrange();
    await store.recordPlaced({ key, contactId: 'first' as ContactId, at: 0 });
    attributes.set(contactId, contactAttributesOf(call, aScenario()));
    await expect(find(contactId)).resolves.toBeUndefined();
  });

  it.each([
    ['without attributes', {}],
    [
      'with a call id that is not that of its request',
      { callId: callIdOf('other' as never, 1), requestId: 'r-x', sequence: '1' },
    ],
  ])('does not know a contact %s', async (_, given) => {
    const { attributes, find } = await arrange();
    attributes.set(contactId, given);
    await expect(find(contactId)).resolves.toBeUndefined();
  });
});
