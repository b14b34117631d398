import { callIdOf, type CallSummary, type ContactId, type RequestId } from '@atlas-engine/domain';
import { aRequest, aScenario, aSummaryDraft } from '@atlas-engine/domain/testing';
import { agentWorkspaceRoutes, contactViewSchema, type ContactView } from '@atlas-engine/web-contracts';
import { contactId, friday, iso, minute, workspace } from '../fixtures/workspace.ts';

const read = async ({ ask }: ReturnType<typeof workspace>): Promise<ContactView> => {
  const { status, body } = await ask(agentWorkspaceRoutes.readContact);
  expect(status).toBe(200);
  return contactViewSchema.parse(body);
};

const summary: CallSummary = { ...aSummaryDraft(), source: 'RULES', promptVersion: '1', ungrounded: [] };

describe('a call to a lead', () => {
  it('shows who it is, why we call and what to say', async () => {
    const world = workspace();
    await world.addCall();
    const view = await read(world);
    const { lead, interest, campaign } = aRequest();
    const scenario = aScenario();
    expect(view).toMatchObject({ contactId, channel: 'VOICE', identity: 'LEAD' });
    expect(view.person).toMatchObject({
      name: `${lead.firstName ?? ''} ${lead.lastName}`.trim(),
      locale: lead.locale,
      callingHours: { isOpen: true },
      doNotCall: false,
    });
    expect(view.matter).toMatchObject({ interest, campaign, sequence: 1 });
    expect(view.scenario?.items.map(({ kind, text }) => [kind, text])).toEqual([
      ['GREETING', scenario.greeting],
      ...scenario.talkingPoints.map((text) => ['TALKING_POINT', text]),
      ...scenario.qualifyingQuestions.map((text) => ['QUESTION', text]),
      ['CLOSING', scenario.closing],
    ]);
    const ids = view.scenario?.items.map(({ id }) => id) ?? [];
    expect(new Set(ids).size).toBe(ids.length);
    expect(view.scenario?.objections).toMatchObject(scenario.objectionHandling);
    expect(view.wrapUp).toBeUndefined();
  });

  it('hides the number but for its last two digits, wherever it might be', async () => {
    const world = workspace();
    await world.addCall();
    const { body } = await world.ask(agentWorkspaceRoutes.readContact);
    const { phone } = aRequest().lead;
    expect((body as ContactView).person?.maskedNumber).toBe('•'.repeat(phone.length - 2) + phone.slice(-2));
    expect(JSON.stringify(body)).not.toContain(phone.slice(1));
    expect(world.lines.join()).not.toContain(phone.slice(1));
  });

  it('tells when the person may be called again', async () => {
    const world = workspace();
    await world.addCall();
    world.pass(13 * 60 * minute);
    expect((await read(world)).person?.callingHours).toEqual({
      isOpen: false,
      // Saturday at ten in New York.
      opensAt: '2026-11-21T15:00:00.000Z',
    });
  });

  it('tells what the customer answered before, of the latest call', async () => {
    const world = workspace();
    const request = aRequest();
    await world.addCall();
    const [question = ''] = aScenario().qualifyingQuestions;
    const turn = (speaker: 'SYSTEM' | 'CUSTOMER', text: string) => ({ speaker, text, from: 0, to: 1 });
    const turns = [turn('SYSTEM', `Good. ${question}`), turn('CUSTOMER', 'Yes, since spring.')];
    const key = { requestId: request.requestId, sequence: 1 };
    await world.store.saveSummary({ key, summary, turns });
    await world.store.recordTranscript({ key, object: { bucket: 'b', key: 'k' }, at: friday });
    const asked = (await read(world)).scenario?.items.filter(({ kind }) => kind === 'QUESTION');
    expect(asked?.[0]).toMatchObject({ answer: { text: 'Yes, since spring.', sequence: 1 } });
    expect(asked?.slice(1).every(({ answer }) => answer === undefined)).toBe(true);
  });

  it('belongs to the call also after a transfer to another agent', async () => {
    const world = workspace();
    await world.addCall();
    const later = 'b1f0c0de-0000-4000-8000-000000000009';
    world.addContact({ agentId: 'user-blake.agent', initialContactId: contactId }, {}, later);
    const { body } = await world.ask(agentWorkspaceRoutes.readContact, {
      ...{ userName: 'blake.agent', contactId: later },
    });
    expect(body).toMatchObject({ contactId: later, identity: 'LEAD', matter: { sequence: 1 } });
  });
});

describe('a contact that is no call of ours', () => {
  it('is matched by the number that calls', async () => {
    const world = workspace();
    const request = aRequest();
    await world.store.receiveRequest(request, friday - minute);
    world.addContact({ customerNumber: request.lead.phone });
    const view = await read(world);
    expect(view).toMatchObject({ identity: 'MATCHED', matter: { requestId: request.requestId } });
    expect(view.matter?.sequence).toBeUndefined();
    expect(view.scenario).toBeUndefined();
  });

  it('is matched by what the chat session knew', async () => {
    const world = workspace();
    const request = aRequest();
    await world.store.receiveRequest(request, friday - minute);
    world.addContact({ channel: 'CHAT' }, { requestId: request.requestId });
    expect(await read(world)).toMatchObject({ channel: 'CHAT', identity: 'MATCHED' });
  });

  it('is of an unknown person, with what is known', async () => {
    const world = workspace();
    world.addContact({ customerNumber: '+12125550142' });
    expect(await read(world)).toEqual({
      ...{ contactId, channel: 'VOICE', identity: 'UNKNOWN', maskedNumber: '••••••••••42' },
      history: { entries: [], truncated: false },
    });
    world.addContact({ channel: 'CHAT', customerNumber: 'anonymous' }, { requestId: 'gone', sequence: 'x' });
    world.pass(minute);
    expect((await read(world)).maskedNumber).toBeUndefined();
  });
});

describe('the history', () => {
  it('has requests, calls and wrap-ups of the person, newest first, without this contact', async () => {
    const world = workspace();
    const first = aRequest({ requestId: 'r-1' as RequestId });
    await world.store.receiveRequest(first, friday - 3000 * minute);
    const key = { requestId: first.requestId, sequence: 1 };
    const callId = callIdOf(first.requestId, 1);
    const call = { ...key, callId, locale: 'en-US' } as const;
    const at = friday - 2900 * minute;
    await world.store.openCall({ call, taskToken: 't', executionArn: 'a', at, expiresAt: friday });
    await world.store.saveSummary({ key, summary, turns: [] });
    await world.store.finishCall({
      ...{ key, phone: first.lead.phone, at },
      result: { ...key, callId, outcome: 'ANSWERED', attempts: 1, next: { action: 'FINISH' } },
    });
    await world.store.saveWrapUp({
      ...{ contactId: 'earlier' as ContactId, request: key, revision: 0, at: at + minute },
      content: { disposition: 'CALL_BACK', notes: 'after lunch', doNotCall: false },
      agent: { id: 'user-blake.agent', userName: 'blake.agent', name: 'Blake Agent' },
    });
    await world.addCall(aRequest({ requestId: 'r-2' as RequestId }));
    const { entries, truncated } = (await read(world)).history;
    expect(entries.map(({ kind, requestId }) => [kind, requestId])).toEqual([
      ['REQUEST', 'r-2'],
      ['WRAP_UP', 'r-1'],
      ['CALL', 'r-1'],
      ['REQUEST', 'r-1'],
    ]);
    expect(entries[1]).toMatchObject({
      agent: 'blake.agent',
      notes: 'after lunch',
      disposition: 'CALL_BACK',
    });
    expect(entries[2]).toMatchObject({ outcome: 'ANSWERED', summary: summary.summary, at: iso(at) });
    expect(truncated).toBe(false);
  });

  it('is bounded', async () => {
    const world = workspace();
    for (let index = 0; index < 12; index += 1) {
      const requestId = `r-${String(index)}` as RequestId;
      await world.store.receiveRequest(aRequest({ requestId }), friday - index * minute);
    }
    world.addContact({ customerNumber: aRequest().lead.phone });
    const { entries, truncated } = (await read(world)).history;
    expect(entries).toHaveLength(10);
    expect(entries[0]?.requestId).toBe('r-0');
    expect(truncated).toBe(true);
  });
});

it('tells that the person must not be called', async () => {
  const world = workspace();
  await world.addCall();
  const { phone } = aRequest().lead;
  await world.store.doNotCall.add({ phone: phone, source: 'SMS', at: friday });
  expect((await read(world)).person?.doNotCall).toBe(true);
});
