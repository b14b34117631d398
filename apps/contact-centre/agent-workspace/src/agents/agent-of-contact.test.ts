import { agentWorkspaceRoutes } from '@atlas-engine/web-contracts';
import { ContactCentreError } from '../contact-centre/contact-centre-error.ts';
import { minute, workspace } from '../fixtures/workspace.ts';

const { readContact } = agentWorkspaceRoutes;

describe('who may see a contact', () => {
  it('is its agent, whatever the case of the user name', async () => {
    const { ask, addCall } = workspace();
    await addCall();
    expect((await ask(readContact)).status).toBe(200);
    expect((await ask(readContact, { userName: 'Avery.Agent' })).status).toBe(200);
    expect((await ask(readContact, { claim: 'username' })).status).toBe(200);
  });

  it.each(Object.values(agentWorkspaceRoutes).filter((route) => route.includes('{contactId}')))(
    'is not another agent: %s',
    async (route) => {
      const { ask, addCall, store, messages } = workspace();
      await addCall();
      const body = { disposition: 'INTERESTED', notes: '', doNotCall: true, revision: 0 };
      const answer = await ask(route, { userName: 'blake.agent', body });
      expect(answer).toMatchObject({ status: 403, body: { error: { code: 'NOT_YOUR_CONTACT' } } });
      expect(Object.keys(answer.body)).toEqual(['error']);
      expect(messages).toEqual([]);
      expect(await store.getWrapUp('b1f0c0de-0000-4000-8000-000000000001' as never)).toBeUndefined();
    },
  );

  it('is nobody while it is offered, and then the one who accepted', async () => {
    const { ask, addContact } = workspace();
    addContact({ agentId: undefined });
    expect(await ask(readContact)).toMatchObject({
      status: 403,
      body: { error: { code: 'CONTACT_NOT_ACCEPTED' } },
    });
    addContact();
    expect((await ask(readContact)).status).toBe(200);
  });

  it('is nobody for a contact that Connect does not know', async () => {
    const { ask } = workspace();
    expect(await ask(readContact)).toMatchObject({
      status: 404,
      body: { error: { code: 'CONTACT_NOT_FOUND' } },
    });
    expect((await ask(readContact, { contactId: 'x'.repeat(300) })).status).toBe(404);
  });

  it('is asked of Connect once a minute', async () => {
    const { ask, addContact, timesAsked, pass } = workspace();
    addContact();
    await ask(readContact);
    await ask(readContact);
    expect(timesAsked()).toBe(1);
    pass(minute);
    await ask(readContact);
    expect(timesAsked()).toBe(2);
  });

  it('needs a token that names somebody', async () => {
    const { ask, addContact } = workspace();
    addContact();
    expect(await ask(readContact, { userName: '' })).toMatchObject({
      status: 401,
      body: { error: { code: 'UNAUTHENTICATED' } },
    });
    expect((await ask(readContact, { claim: 'sub' })).status).toBe(401);
  });

  it('is not known while Connect does not answer', async () => {
    const { ask, addContact, failures, lines } = workspace();
    addContact();
    const throttle = Object.assign(new Error('slow down'), { name: 'ThrottlingException' });
    failures.set('describeContact', new ContactCentreError('DescribeContact', throttle));
    expect(await ask(readContact)).toMatchObject({ status: 503, body: { error: { code: 'UNAVAILABLE' } } });
    failures.set('describeContact', new ContactCentreError('DescribeContact', new Error('no')));
    expect(await ask(readContact)).toMatchObject({ status: 500, body: { error: { code: 'INTERNAL' } } });
    expect(lines.some((line) => line.includes('"level":"error"'))).toBe(true);
  });
});

describe('a request', () => {
  it('to no route is answered so', async () => {
    const { ask } = workspace();
    for (const route of ['GET /api/other', '$default', 'toString'])
      expect(await ask(route)).toMatchObject({ status: 404, body: { error: { code: 'ROUTE_NOT_FOUND' } } });
  });

  it('is answered with what nobody on the way may keep', async () => {
    const { ask, addCall } = workspace();
    await addCall();
    expect((await ask(readContact)).headers).toEqual({
      'content-type': 'application/json',
      'cache-control': 'no-store',
    });
  });
});
