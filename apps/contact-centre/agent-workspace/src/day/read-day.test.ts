import type { ContactId } from '@atlas-engine/domain';
import { aRequest } from '@atlas-engine/domain/testing';
import { agentDaySchema, agentWorkspaceRoutes } from '@atlas-engine/web-contracts';
import { friday, iso, minute, workspace } from '../fixtures/workspace.ts';

const { readDay } = agentWorkspaceRoutes;
const hour = 60 * minute;
const from = iso(friday - 10 * hour);
const agent = { id: 'user-avery.agent', userName: 'avery.agent', name: 'Avery Agent' };

describe("an agent's day", () => {
  it('has the figures of Connect', async () => {
    const { ask, setFigures } = workspace();
    setFigures({ contacts: 7, talkSeconds: 1200, wrapUpSeconds: 300, missed: 1 });
    const { status, body } = await ask(readDay, { query: { from } });
    expect(status).toBe(200);
    expect(agentDaySchema.parse(body)).toEqual({
      ...{ from, asOf: iso(friday), contacts: 7, talkSeconds: 1200, wrapUpSeconds: 300, missed: 1 },
      callbacks: [],
    });
  });

  it('has what the agent has promised for the rest of it, soonest first', async () => {
    const { ask, store } = workspace();
    const request = aRequest();
    await store.receiveRequest(request, friday - hour);
    const promise = (contact: string, followUpAt: number, known = false) =>
      store.saveWrapUp({
        ...{ contactId: contact as ContactId, agent, revision: 0, at: friday - hour },
        ...(known ? { request: { requestId: request.requestId } } : {}),
        content: { disposition: 'CALL_BACK', notes: '', doNotCall: false, followUpAt },
      });
    await promise('passed', friday - minute);
    await promise('later', friday + 2 * hour);
    await promise('soon', friday + hour, true);
    await promise('tomorrow', friday + 20 * hour);
    const { callbacks } = agentDaySchema.parse((await ask(readDay, { query: { from } })).body);
    const { firstName = '', lastName } = request.lead;
    expect(callbacks).toEqual([
      {
        ...{ contactId: 'soon', at: iso(friday + hour), requestId: request.requestId },
        name: `${firstName} ${lastName}`.trim(),
      },
      { contactId: 'later', at: iso(friday + 2 * hour) },
    ]);
  });

  it.each([undefined, 'today', iso(friday + minute), iso(friday - 26 * hour)])(
    'begins less than 25 hours ago, not %s',
    async (start) => {
      const { ask } = workspace();
      const query = start === undefined ? {} : { from: start };
      expect(await ask(readDay, { query })).toMatchObject({
        status: 400,
        body: { error: { code: 'INVALID_REQUEST', field: 'from' } },
      });
    },
  );

  it('is of somebody whom Connect knows', async () => {
    const { ask } = workspace();
    expect(await ask(readDay, { query: { from }, userName: 'nobody' })).toMatchObject({ status: 401 });
  });
});
