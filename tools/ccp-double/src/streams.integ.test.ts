import type { Browser } from 'playwright-core';
import { type AgentBrowser, launchBrowser, openAgentBrowser } from './testing/agent-browser.ts';

// A browser on a busy machine takes its time.
jest.setTimeout(30_000);

describe('a call of the unmodified streams library with the simulated panel', () => {
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

  const { run, become, outcome } = {
    run: <T>(code: string) => agent.run<T>(code),
    become: (code: string) => agent.become(code),
    outcome: (call: string) => agent.outcome(call),
  };
  const told = (name: string) => become(`told.includes(${JSON.stringify(name)})`);
  const hangUp = () => outcome('contact.getAgentConnection().destroy(callbacks)');
  const noProblems = () => {
    expect(agent.problems).toEqual([]);
  };

  it('knows the agent, and changes their state', async () => {
    await agent.start('avery.agent');
    await told('agent.init');
    expect(await run('agent.getConfiguration()')).toMatchObject({
      name: 'avery',
      username: 'avery.agent',
      softphoneEnabled: true,
    });
    expect(await run('agent.getAgentStates().map((each) => each.name)')).toEqual([
      'Available',
      'Offline',
      'Break',
    ]);
    expect(await run('agent.getChannelConcurrency()')).toEqual({ VOICE: 1, CHAT: 2, TASK: 2 });
    expect(await run('agent.getRoutingProfile().defaultOutboundQueue.name')).toBe('Sales');
    await outcome(`agent.setState(agent.getAgentStates()[0], callbacks)`);
    await told('agent.onRoutable');
    await outcome(`agent.setState(agent.getAgentStates()[2], callbacks)`);
    await told('agent.onNotRoutable');
    expect(await run('agent.getStateDuration() >= 0 && agent.getAvailabilityState().state')).toBe('Break');
    noProblems();
  });

  it('takes a call with its attributes, hangs up and clears it', async () => {
    await agent.available();
    await agent.world.call('to-queue', { callId: 'call-1', when: '2026-11-23T15:00:00Z' });
    await told('contact.onConnecting');
    expect(await run('state()')).toBe('PendingBusy/system');
    expect(await run('contact.getAttributes()')).toMatchObject({
      callId: { name: 'callId', value: 'call-1' },
      when: { value: '2026-11-23T15:00:00Z' },
    });
    expect(await run('[contact.getType(), contact.isInbound(), contact.isSoftphoneCall()]')).toEqual([
      'voice',
      true,
      true,
    ]);
    expect(await outcome('contact.accept(callbacks)')).toEqual({ ok: {} });
    await told('contact.onAccepted');
    await told('contact.onConnected');
    expect(await run('parties()')).toEqual(['connected', 'connected']);
    expect(await hangUp()).toEqual({ ok: {} });
    await told('agent.onAfterCallWork');
    await told('contact.onACW');
    await told('contact.onEnded');
    expect(await run('state()')).toBe('AfterCallWork/system');
    expect(await outcome('contact.clear(callbacks)')).toEqual({ ok: {} });
    await told('contact.onDestroy');
    expect(await run('state()')).toBe('Available/routable');
    noProblems();
  });

  it('holds, resumes, mutes, sends tones and enqueues the next state', async () => {
    await agent.talking();
    const customer = 'contact.getInitialConnection()';
    await run(`${customer}.onParticipantHold(() => { told.push('held') })`);
    await outcome(`${customer}.hold(callbacks)`);
    await become(`parties()[1] === 'hold'`);
    await told('held');
    expect(await run(`${customer}.canResumeParticipant()`)).toBe(true);
    await outcome(`${customer}.resume(callbacks)`);
    await become(`parties()[1] === 'connected'`);
    await run('agent.mute()');
    await told('agent.onMuteToggle');
    await outcome('contact.getAgentConnection().muteParticipant(callbacks)');
    await become('contact.getAgentConnection().isMute()');
    expect(await outcome(`${customer}.sendDigits('12#', callbacks)`)).toEqual({ ok: {} });
    const onBreak = 'agent.getAgentStates()[2]';
    expect((await outcome(`agent.setState(${onBreak}, callbacks)`)).failed).toContain(
      'InvalidStateException',
    );
    await outcome(`agent.setState(${onBreak}, callbacks, { enqueueNextState: true })`);
    await told('agent.onEnqueuedNextState');
    await hangUp();
    await outcome('contact.clear(callbacks)');
    await become(`state() === 'Break/not_routable'`);
    noProblems();
  });

  it('consults by a quick connect, swaps, confers and transfers', async () => {
    await agent.talking();
    const { ok } = (await outcome('agent.getEndpoints(agent.getAllQueueARNs(), callbacks)')) as {
      readonly ok: { readonly endpoints: readonly { readonly name: string }[] };
    };
    expect(ok.endpoints.map(({ name }) => name)).toEqual(['Blake', 'Outside']);
    await run(`outcome((callbacks) => agent.getEndpoints(agent.getAllQueueARNs(), callbacks))
      .then(({ ok }) => { window.outside = ok.endpoints[1] })`);
    expect(await outcome('contact.addConnection(outside, callbacks)')).toEqual({ ok: {} });
    await become(`parties().join() === 'connected,hold,connecting'`);
    await agent.world.clock.advanceBy(5000);
    await become(`parties().join() === 'connected,hold,connected'`);
    await outcome('contact.toggleActiveConnections(callbacks)');
    await become(`parties().join() === 'connected,connected,hold'`);
    await outcome('contact.conferenceConnections(callbacks)');
    await become(`parties().join() === 'connected,connected,connected'`);
    await hangUp();
    await told('contact.onEnded');
    noProblems();
  });

  it('dials out; the customer hangs up', async () => {
    await agent.available();
    const endpoint = `connect.Endpoint.byPhoneNumber('+12125550101')`;
    expect(await outcome(`agent.connect(${endpoint}, callbacks)`)).toEqual({ ok: {} });
    await become(`state() === 'CallingCustomer/system'`);
    expect(await run('contact.isInbound()')).toBe(false);
    await agent.world.clock.advanceBy(25_000);
    await told('contact.onConnected');
    await agent.world.clock.advanceBy(700_000);
    await told('contact.onEnded');
    expect(await run('state()')).toBe('AfterCallWork/system');
    noProblems();
  });

  it('misses a call, and rejects a call back', async () => {
    await agent.available();
    await agent.world.call('to-queue');
    await told('contact.onConnecting');
    await agent.world.clock.advanceBy(20_000);
    await told('contact.onMissed');
    await told('contact.onError');
    expect(await run('state()')).toBe('MissedCallAgent/error');
    await outcome('contact.clear(callbacks)');
    // It goes on waiting, and rings again.
    await become(`state() === 'PendingBusy/system'`);
    await outcome('contact.accept(callbacks)');
    await told('contact.onConnected');
    await hangUp();
    await outcome('contact.clear(callbacks)');
    await agent.world.call('to-callback');
    await told('contact.onIncoming');
    expect(await run('contact.getType()')).toBe('queue_callback');
    await outcome('contact.reject(callbacks)');
    await become(`state() === 'MissedCallAgent/error'`);
    noProblems();
  });

  it('works on a task: accepts, pauses, resumes, completes and clears it', async () => {
    await agent.available();
    await agent.world.call('to-task');
    await told('contact.onConnecting');
    expect(await run('[contact.getType(), contact.getName(), state()]')).toEqual([
      'task',
      'Look into it',
      'Available/routable',
    ]);
    await outcome('contact.accept(callbacks)');
    await told('contact.onConnected');
    await outcome('contact.pause(callbacks)');
    await become(`contact.getState().type === 'paused'`);
    await outcome('contact.resume(callbacks)');
    await become(`contact.getState().type === 'connected'`);
    await outcome('contact.complete(callbacks)');
    await told('contact.onEnded');
    await outcome('contact.clear(callbacks)');
    await told('contact.onDestroy');
    noProblems();
  });

  it('keeps a call over a reload of the page', async () => {
    await agent.talking({ callId: 'call-1' });
    await agent.start();
    await told('contact.onConnected');
    expect(await run('[state(), contact.getAttributes().callId.value]')).toEqual(['Busy/system', 'call-1']);
    noProblems();
  });
});
