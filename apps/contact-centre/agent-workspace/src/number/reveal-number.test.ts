import { aRequest } from '@atlas-engine/domain/testing';
import { agentWorkspaceRoutes, revealedNumberSchema } from '@atlas-engine/web-contracts';
import { contactId, friday, iso, workspace } from '../fixtures/workspace.ts';

const { revealNumber } = agentWorkspaceRoutes;
const { requestId, lead } = aRequest();

describe('a number that is shown', () => {
  it('is written down with who, when and which contact, each time', async () => {
    const { ask, addCall, store, counted } = workspace();
    await addCall();
    const { status, body } = await ask(revealNumber, {}, 'look-1');
    expect(status).toBe(200);
    expect(revealedNumberSchema.parse(body)).toEqual({ phone: lead.phone, revealedAt: iso(friday) });
    await ask(revealNumber, {}, 'look-2');
    const seen = (await store.timeline(requestId)).filter(({ kind }) => kind === 'NUMBER_REVEALED');
    expect(seen).toHaveLength(2);
    expect(seen[0]).toMatchObject({ at: iso(friday), details: { contactId, agent: 'avery.agent' } });
    expect(counted).toEqual(['NumberRevealed', 'NumberRevealed']);
  });

  it('is not shown when it cannot be written down', async () => {
    const { ask, addCall, store, lines } = workspace();
    await addCall();
    jest.spyOn(store, 'recordReveal').mockRejectedValue(new Error('no table'));
    const answer = await ask(revealNumber);
    expect(answer.status).toBe(500);
    expect(JSON.stringify(answer.body) + lines.join()).not.toContain(lead.phone.slice(1));
  });

  it('may be of an unknown person', async () => {
    const { ask, addContact } = workspace();
    addContact({ customerNumber: '+12125550142' });
    expect((await ask(revealNumber)).body).toMatchObject({ phone: '+12125550142' });
  });

  it('is honestly missing', async () => {
    const { ask, addContact } = workspace();
    addContact({ channel: 'CHAT' });
    expect(await ask(revealNumber)).toMatchObject({
      status: 404,
      body: { error: { code: 'NUMBER_UNKNOWN' } },
    });
  });
});
