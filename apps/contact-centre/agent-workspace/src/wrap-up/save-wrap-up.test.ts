import { aRequest } from '@atlas-engine/domain/testing';
import {
  agentWorkspaceRoutes,
  wrapUpConflictSchema,
  wrapUpResponseSchema,
  type WrapUpRequest,
} from '@atlas-engine/web-contracts';
import { contactId, friday, iso, minute, workspace } from '../fixtures/workspace.ts';
import { WrapUpQueueError } from './wrap-up-queue.ts';

const { requestId, lead } = aRequest();
const hour = 60 * minute;

const put = ({ ask }: ReturnType<typeof workspace>, change: Partial<WrapUpRequest> & object = {}) =>
  ask(agentWorkspaceRoutes.saveWrapUp, {
    body: { disposition: 'INTERESTED', notes: 'wants an offer', doNotCall: false, revision: 0, ...change },
  });

describe('a wrap-up', () => {
  it('is kept with the agent, and told to the queue before', async () => {
    const world = workspace();
    await world.addCall();
    const followUpAt = iso(friday + 2 * hour);
    const { status, body } = await put(world, { followUpAt });
    expect(status).toBe(200);
    expect(wrapUpResponseSchema.parse(body)).toEqual({
      wrapUp: {
        ...{ disposition: 'INTERESTED', notes: 'wants an offer', doNotCall: false, followUpAt },
        ...{ revision: 1, savedAt: iso(friday), savedBy: 'avery.agent' },
      },
      crm: 'WITH_CALL',
      warnings: [],
    });
    expect(world.messages).toEqual([{ contactId, requestId, revision: 1 }]);
    expect(await world.store.getWrapUp(contactId)).toMatchObject({
      ...{ requestId, sequence: 1 },
      agent: { id: 'user-avery.agent', userName: 'avery.agent', name: 'Avery Agent' },
    });
    expect(world.counted).toEqual(['WrapUpSaved']);
  });

  it('that comes again changes nothing, also when its follow-up has passed meanwhile', async () => {
    const world = workspace();
    await world.addCall();
    const followUpAt = iso(friday + minute);
    const first = await put(world, { followUpAt });
    world.pass(hour);
    const second = await put(world, { followUpAt });
    expect(second.body['wrapUp']).toEqual(first.body['wrapUp']);
    expect(world.counted).toEqual(['WrapUpSaved']);
    expect(world.messages).toEqual([world.messages[0], world.messages[0]]);
  });

  it('does not write over what another tab saved', async () => {
    const world = workspace();
    await world.addCall();
    await put(world);
    const { status, body } = await put(world, { notes: 'other' });
    expect(status).toBe(409);
    expect(wrapUpConflictSchema.parse(body)).toMatchObject({
      error: { code: 'REVISION_CONFLICT', field: 'revision' },
      wrapUp: { revision: 1, notes: 'wants an offer' },
    });
    expect((await put(world, { notes: 'other', revision: 1 })).body).toMatchObject({
      wrapUp: { revision: 2 },
    });
  });

  it('is part of what the agent sees of the contact', async () => {
    const world = workspace();
    await world.addCall();
    await put(world);
    expect((await world.ask(agentWorkspaceRoutes.readContact)).body).toMatchObject({
      ...{ wrapUp: { notes: 'wants an offer', revision: 1 }, crm: 'WITH_CALL' },
    });
  });

  it.each([
    [{ disposition: 'MAYBE' as never }, 'disposition'],
    [{ notes: 'x'.repeat(4001) }, 'notes'],
    [{ followUpAt: iso(friday) }, 'followUpAt'],
    [{ followUpAt: iso(friday + 400 * 24 * hour) }, 'followUpAt'],
    [{ followUpAt: '2026-11-23' }, 'followUpAt'],
    [{ revision: 7 }, 'revision'],
  ])('is refused by the name of the field: %#', async (change, field) => {
    const world = workspace();
    await world.addCall();
    const { status, body } = await put(world, change);
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: { code: 'INVALID_REQUEST', field } });
    expect(await world.store.getWrapUp(contactId)).toBeUndefined();
  });

  it('is refused when it is no JSON', async () => {
    const world = workspace();
    await world.addCall();
    expect(await world.ask(agentWorkspaceRoutes.saveWrapUp, { body: '{' })).toMatchObject({ status: 400 });
    expect(await world.ask(agentWorkspaceRoutes.saveWrapUp)).toMatchObject({ status: 400 });
  });

  it('keeps lines of notes, and nothing invisible', async () => {
    const world = workspace();
    await world.addCall();
    const { body } = await put(world, { notes: ' one\ntwo\u202E\u0000 <b>three</b> ' });
    expect(body).toMatchObject({ wrapUp: { notes: 'one\ntwo <b>three</b>' } });
  });

  it('is not saved when the queue does not take the message', async () => {
    const world = workspace();
    await world.addCall();
    world.failures.set('announce', new WrapUpQueueError(new Error('no answer')));
    expect(await put(world)).toMatchObject({ status: 503, body: { error: { code: 'UNAVAILABLE' } } });
    expect(await world.store.getWrapUp(contactId)).toBeUndefined();
  });

  it('has nothing that the agent wrote in the log', async () => {
    const world = workspace();
    await world.addCall();
    await put(world, { notes: 'secret-of-the-customer' });
    await put(world, { notes: 'secret-of-the-customer', disposition: 'MAYBE' as never });
    expect(world.lines.join()).not.toContain('secret-of-the-customer');
  });
});

describe('a wish not to be called', () => {
  it.each([{ doNotCall: true }, { disposition: 'DO_NOT_CALL' as const }])(
    'is on the list when the answer is there: %j',
    async (change) => {
      const world = workspace();
      await world.addCall();
      expect((await put(world, change)).body).toMatchObject({ wrapUp: { doNotCall: true }, warnings: [] });
      expect(await world.store.doNotCall.has(lead.phone)).toBe(true);
    },
  );

  it('of an unknown number is kept, and the agent is told', async () => {
    const world = workspace();
    world.addContact({ channel: 'CHAT' });
    expect((await put(world, { doNotCall: true })).body).toMatchObject({
      crm: 'NO_RECORD',
      warnings: [{ code: 'NUMBER_UNKNOWN', field: 'doNotCall' }],
    });
    expect(world.messages).toEqual([]);
  });
});

describe('a follow-up', () => {
  it('outside the calling hours is kept, with a warning that says when they begin', async () => {
    const world = workspace();
    await world.addCall();
    const sunday = iso(friday + 48 * hour);
    expect((await put(world, { followUpAt: sunday })).body).toMatchObject({
      wrapUp: { followUpAt: sunday },
      warnings: [
        {
          ...{ code: 'FOLLOW_UP_OUTSIDE_CALLING_HOURS', field: 'followUpAt' },
          message: expect.stringContaining('2026-11-23T14:00:00.000Z'),
        },
      ],
    });
  });

  it('after the consent has run out is kept, with a warning', async () => {
    const world = workspace();
    const consent = { at: iso(friday - 364 * 24 * hour), source: 'web form' };
    await world.addCall(aRequest({ consent }));
    const { body } = await put(world, { followUpAt: iso(friday + 4 * 24 * hour) });
    expect(body).toMatchObject({ warnings: [{ code: 'FOLLOW_UP_NOT_ALLOWED' }] });
  });
});

describe('where a wrap-up is', () => {
  it('is on its way after the end of the request, and then in the CRM', async () => {
    const world = workspace();
    await world.addCall();
    await world.store.markRequest(requestId, { status: 'COMPLETED', at: friday });
    expect((await put(world)).body).toMatchObject({ crm: 'PENDING' });
    await world.store.markWrapUpInCrm({ contactId, revision: 1 }, friday);
    expect((await put(world)).body).toMatchObject({ crm: 'WRITTEN' });
  });
});
