import type { Browser } from 'playwright-core';
import { type AgentBrowser, launchBrowser, openAgentBrowser } from './testing/agent-browser.ts';

// A browser on a busy machine takes its time.
jest.setTimeout(30_000);

describe('what surrounds calls, with the unmodified streams library', () => {
  let browser: Browser;
  let agent: AgentBrowser;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    agent = await openAgentBrowser(browser);
  });
  afterEach(() => agent.close());

  const run = <T>(code: string) => agent.run<T>(code);
  const become = (code: string) => agent.become(code);
  const outcome = (call: string) => agent.outcome(call);
  const told = (name: string) => become(`told.includes(${JSON.stringify(name)})`);
  const disturb = async (kind: string, more: object = {}) => {
    const { status } = await agent.world.disturb({ kind, user: 'avery.agent', ...more });
    expect(status).toBe(200);
  };
  const signInByWindow = async () => {
    const opening = agent.context.waitForEvent('page');
    await run(`window.open('${agent.world.panelUrl}/ccp-v2/', 'sign-in')`);
    const window = await opening;
    await window.getByRole('button', { name: 'avery' }).click();
    return window;
  };

  it('signs in by a window: the embedded panel takes part', async () => {
    await agent.start();
    const window = await signInByWindow();
    await told('agent.init');
    await window.getByText('it may be closed').waitFor();
    expect(await run('agent.getConfiguration().username')).toBe('avery.agent');
    expect(agent.problems).toEqual([]);
  });

  it('loses its session, answers nothing, and signs in again with the contact at hand', async () => {
    await agent.talking();
    await disturb('expire-session');
    await told('core.authFail');
    await run(
      `void outcome((callbacks) => contact.getInitialConnection().hold(callbacks)).then(() => told.push('answered'))`,
    );
    const window = await signInByWindow();
    await window.getByText('it may be closed').waitFor();
    await run(`told.length = 0`);
    await agent.start();
    await told('contact.onConnected');
    expect(await run(`told.includes('answered')`)).toBe(false);
    expect(agent.problems).toEqual([]);
  });

  it('signs out, and asks who it is even when the address names a user', async () => {
    await agent.available();
    await run('connect.core.getUpstream().sendUpstream(connect.EventType.TERMINATE)');
    await told('core.terminated');
    expect(agent.world.connect.people.isSignedIn('avery')).toBe(false);
    await agent.start('avery.agent');
    await agent.page.frameLocator('iframe').getByText('Who signs in').waitFor();
    expect(await run(`told.includes('agent.init')`)).toBe(false);
    expect(agent.problems).toEqual([]);
  });

  it('is denied access', async () => {
    await agent.available();
    await disturb('deny-access');
    await told('core.accessDenied');
    expect(agent.problems).toEqual([]);
  });

  it('loses the network and gets it back', async () => {
    await agent.available();
    await disturb('lose-network');
    await told('agent.onWebSocketConnectionLost');
    expect(await run('agent.getNetworkConnectionStatus().then(({ status }) => status)')).toBe('disconnected');
    const onBreak = `agent.setState(agent.getAgentStates()[2], callbacks)`;
    expect((await outcome(onBreak)).failed).toContain('NetworkFailure');
    await agent.world.call('to-queue');
    expect(await run('agent.getContacts().length')).toBe(0);
    await disturb('restore-network');
    await told('agent.onWebSocketConnectionGained');
    await told('contact.onConnecting');
  });

  it('fails the next call of a method, once', async () => {
    await agent.talking();
    await disturb('fail-next', { method: 'holdConnection', error: 'InternalServiceException' });
    const hold = 'contact.getInitialConnection().hold(callbacks)';
    expect((await outcome(hold)).failed).toContain('InternalServiceException');
    expect(await outcome(hold)).toEqual({ ok: {} });
    const unknown = `connect.core.getClient().call('listTaskTemplates', {}, callbacks)`;
    expect((await outcome(unknown)).failed).toContain('listTaskTemplates is not supported');
  });

  it('has a softphone error', async () => {
    await agent.available();
    await disturb('softphone-error', { errorType: 'microphone_not_shared' });
    await told('agent.onSoftphoneError');
  });

  it('gives chats their token, and passes on their messages', async () => {
    await agent.available();
    const transport = { transportType: 'chat_token', participantId: 'p', contactId: 'none' };
    const token = `connect.core.getClient().call('createTransport', ${JSON.stringify(transport)}, callbacks)`;
    expect((await outcome(token)).failed).toContain('no such contact');
    await run(
      `connect.core.getWebSocketManager().onMessage('aws/chat', ({ content }) => told.push(content))`,
    );
    agent.world.say('"hello"');
    await told('"hello"');
    expect(agent.problems.filter((each) => !each.includes('createTransport'))).toEqual([]);
  });

  it('answers the SDK, masters and devices, and keeps what the agent sets', async () => {
    await agent.talking();
    expect(await run('contact.getInstanceDetails()')).toEqual({
      origin: agent.world.panelUrl,
      region: 'us-east-1',
    });
    await run(`new Promise((done) => connect.ifMaster(connect.MasterTopics.SEND_LOGS, done))`);
    await run(`new Promise((done) => {
      connect.core.getEventBus().subscribe(connect.ConfigurationEvents.SPEAKER_DEVICE_CHANGED, done);
      agent.setSpeakerDevice('one');
    })`);
    expect(await run('connect.core.getFrameMediaDevices().then(Array.isArray)')).toBe(true);
    const configuration = `{ ...agent.getConfiguration(), agentPreferences: { LANGUAGE: 'es_ES' } }`;
    expect(await outcome(`agent.setConfiguration(${configuration}, callbacks)`)).toMatchObject({ ok: {} });
    await become(`agent.getConfiguration().agentPreferences.LANGUAGE === 'es_ES'`);
    expect(agent.problems).toEqual([]);
  });

  it('is embedded by approved origins alone', async () => {
    const { headers } = await agent.world.ask('/login');
    expect(headers['content-security-policy']).toContain(
      `frame-ancestors 'self' http://console.localhost:${agent.world.port}`,
    );
  });
});
