import { readRecording } from '@atlas-engine/call-recording';
import { UpdateContactAttributesCommand } from '@aws-sdk/client-connect';
import type { ContactState } from '../contact.ts';
import { connectWorld, type ConnectWorld, instanceId } from '../testing/connect-world.ts';
import { end, flowContent, say } from '../testing/test-flows.ts';

describe('the life of a contact', () => {
  let world: ConnectWorld;
  beforeEach(() => {
    world = connectWorld();
  });
  afterEach(() => world.close());

  const contact = (id?: string): ContactState =>
    world
      .connect()
      .contacts()
      .find((each) => id === undefined || each.id === id)!;
  const path = (id?: string) => contact(id).flow?.run.trace.map(({ block, branch }) => `${block}: ${branch}`);
  const spoken = () => contact().lines.map(({ speaker, text }) => `${speaker}: ${text}`);
  /** Calls a persona with a flow of the test's own. */
  const callThrough = async (blocks: Parameters<typeof flowContent>[0], options = {}) => {
    await world.serve(options);
    const content = flowContent(blocks);
    world.connect().addFlow({ instanceId, id: 'mine', name: 'Mine', type: 'CONTACT_FLOW', content });
    await world.dial({ ContactFlowId: 'mine' });
    await world.clock.runUntilIdle();
  };

  it('carries an answered call through flow and bot to its recording', async () => {
    await world.serve();
    await world.dial();
    await world.clock.runUntilIdle();
    expect(world.types()).toEqual(['INITIATED', 'CONNECTED_TO_SYSTEM', 'DISCONNECTED', 'COMPLETED']);
    expect(path()).toEqual([
      ...[
        'Notice: next',
        'Record: next',
        'Greet: next',
        'Bot: NoMatchingCondition',
        'Goodbye: next',
        'End: end',
      ],
    ]);
    expect(world.turns[0]).toMatchObject({
      localeId: 'en_US',
      sessionAttributes: { callId: 'call-1' },
      requestAttributes: { 'x-amz-lex:channels:platform': 'Connect' },
    });
    expect(world.turns[1]?.sessionAttributes).toBeUndefined();
    expect(spoken().at(-1)).toBe('SYSTEM: Goodbye.');
    expect(world.recordings[0]?.key).toMatch(
      /^connect\/atlas\/CallRecordings\/ivr\/2026\/11\/23\/.*_20261123T15:00_UTC\.wav$/,
    );
    const { turns } = readRecording(world.recordings[0]!.body);
    expect(turns.map(({ text }) => text)).not.toContain('This is an automated call. It is recorded.');
    expect(turns[0]).toMatchObject({ channel: 0, text: 'Hello, this is Atlas.', from: 0 });
    expect(turns.some((turn) => turn.channel === 1 && turn.text.includes('interested'))).toBe(true);
  });

  it('hands who asks for a person to an agent, with a queue, whispers and two recordings', async () => {
    await world.serve();
    const id = await world.dial({ DestinationPhoneNumber: '+12125550127' });
    await world.clock.runUntilIdle();
    expect(world.types()).toEqual([
      ...['INITIATED', 'CONNECTED_TO_SYSTEM', 'QUEUED', 'CONNECTED_TO_AGENT', 'DISCONNECTED', 'COMPLETED'],
    ]);
    expect(contact(id)).toMatchObject({ disconnectReason: 'AGENT_DISCONNECT', agent: { id: 'agent-1' } });
    expect(spoken()).toContain('SYSTEM: Please hold.');
    expect(spoken()).toContain('SYSTEM: Thank you for your time.');
    expect(spoken().join()).not.toContain('A contact from Sales.');
    expect(path(id)).toContain('Say: next');
    const byKey = world.recordings.map(
      ({ key, body }) => [key.includes('/ivr/'), readRecording(body).turns] as const,
    );
    const ivr = byKey.find(([isIvr]) => isIvr)?.[1];
    const agent = byKey.find(([isIvr]) => !isIvr)?.[1];
    expect(ivr?.some(({ text }) => text.includes('speak to a person'))).toBe(true);
    expect(agent?.map(({ channel }) => channel)).toEqual([1, 0, 1, 0]);
    expect(world.events.find(({ detail }) => detail['eventType'] === 'QUEUED')?.detail).toMatchObject({
      queueInfo: { queueType: 'STANDARD', queueArn: expect.stringMatching(/queue\/sales$/) },
    });
  });

  it('lets customers wait their turn, and hang up when nobody comes', async () => {
    await world.serve({ agents: [] });
    await world.dial({ DestinationPhoneNumber: '+12125550127' });
    await world.clock.runUntilIdle();
    expect(contact().disconnectReason).toBe('CUSTOMER_DISCONNECT');
    expect(world.types()).not.toContain('CONNECTED_TO_AGENT');
  });

  it('gives one agent one contact at a time', async () => {
    await world.serve({ agents: ['agent-1'] });
    for (const token of ['a', 'b']) {
      await world.dial({ DestinationPhoneNumber: '+12125550127', ClientToken: token });
    }
    await world.clock.runUntilIdle();
    const [first, second] = world
      .connect()
      .contacts()
      .toSorted((a, b) => a.agent!.connectedAt! - b.agent!.connectedAt!);
    expect(second!.agent!.connectedAt).toBeGreaterThan(first!.disconnectedAt!);
  });

  it('lets a machine greet over the notice, and records the end of its greeting', async () => {
    await world.serve();
    await world.dial({ DestinationPhoneNumber: '+12125550164' });
    await world.clock.runUntilIdle();
    expect(path()).toContain('Bot: InputTimeLimitExceeded');
    const { turns } = readRecording(world.recordings[0]!.body);
    expect(turns.find(({ channel }) => channel === 1)?.text).toMatch(/^(?!Hello).*after the tone\.$/);
    expect(turns.at(-1)?.text).toBe('We call again.');
  });

  it('puts a question again to somebody silent, once', async () => {
    await world.serve();
    await world.dial({ DestinationPhoneNumber: '+12125550198' });
    await world.clock.runUntilIdle();
    expect(spoken().filter((line) => line === 'SYSTEM: Is this a good time?')).toHaveLength(2);
    expect(world.turns).toEqual([]);
  });

  it('ends in the middle of a sentence when the customer hangs up', async () => {
    await world.serve();
    await world.dial({ DestinationPhoneNumber: '+12125550183' });
    await world.clock.runUntilIdle();
    expect(contact().disconnectReason).toBe('CUSTOMER_DISCONNECT');
    expect(path()).toEqual(['Notice: next', 'Record: next']);
  });

  it('takes the error branch when the bot fails', async () => {
    await world.serve({ talkToBot: () => Promise.reject(new Error('DependencyFailedException')) });
    await world.dial();
    await world.clock.runUntilIdle();
    expect(path()).toContain('Bot: NoMatchingError');
  });

  it('runs functions with the contact, and takes the error branch when one fails', async () => {
    const invoke = {
      type: 'InvokeLambdaFunction',
      parameters: { LambdaFunctionARN: 'arn:fn', InvocationTimeLimitSeconds: '8' },
      next: 'Say',
      failed: 'End',
    };
    const blocks = { Invoke: invoke, Say: say('$.External.answer', 'End'), End: end };
    await callThrough(blocks);
    expect(spoken()).toEqual(['SYSTEM: yes']);
    expect(world.functionEvents).toMatchObject([{ Name: 'ContactFlowEvent' }]);
    await world.close();
    world = connectWorld();
    await callThrough(blocks, { invokeFunction: () => Promise.reject(new Error('broken')) });
    expect(path()).toEqual(['Invoke: NoMatchingError', 'End: end']);
  });

  it('waits for keys that nobody presses, and for time', async () => {
    await callThrough({
      Menu: {
        type: 'GetParticipantInput',
        parameters: { Text: 'Press 1.', InputTimeLimitSeconds: '5' },
        next: 'End',
        failed: 'End',
        errors: { InputTimeLimitExceeded: 'Dial', NoMatchingCondition: 'End' },
        equals: { '1': 'End' },
      },
      Dial: {
        type: 'TransferParticipantToThirdParty',
        parameters: {
          ThirdPartyPhoneNumber: '+12125550101',
          ThirdPartyConnectionTimeLimitSeconds: '30',
          ContinueFlowExecution: 'True',
        },
        next: 'End',
        failed: 'End',
        errors: { CallFailed: 'End', ConnectionTimeLimitExceeded: 'End' },
      },
      End: end,
    });
    expect(path()).toEqual(['Menu: InputTimeLimitExceeded', 'Dial: CallFailed', 'End: end']);
  });

  it('takes the key that a customer presses, and no more of them than it asks for', async () => {
    await world.serve();
    const content = flowContent({
      Menu: {
        type: 'GetParticipantInput',
        parameters: { Text: 'Press 1.', InputTimeLimitSeconds: '5' },
        next: 'End',
        failed: 'End',
        errors: { InputTimeLimitExceeded: 'End', NoMatchingCondition: 'End' },
        equals: { '1': 'End' },
      },
      End: end,
    });
    world.connect().addFlow({ instanceId, id: 'mine', name: 'Mine', type: 'CONTACT_FLOW', content });
    world.connect().setPersona('+12125550100', 'wants-callback');
    await world.dial({ ContactFlowId: 'mine', DestinationPhoneNumber: '+12125550100' });
    await world.clock.runUntilIdle();
    expect(path()).toEqual(['Menu: Equals 1', 'End: end']);
  });

  it('begins tasks and calls back for a flow, which agents take', async () => {
    await callThrough({
      Task: {
        type: 'CreateTask',
        parameters: { ContactFlowId: 'tasks', Name: 'Call back' },
        next: 'Callback',
        failed: 'Callback',
      },
      Callback: {
        type: 'CreateCallbackContact',
        parameters: {
          QueueId: 'sales',
          InitialCallDelaySeconds: '60',
          MaximumConnectionAttempts: '1',
          RetryDelaySeconds: '60',
        },
        next: 'End',
        failed: 'End',
      },
      End: end,
    });
    expect(path()).toEqual(['Task: NoMatchingError', 'Callback: next', 'End: end']);
    const callback = world
      .connect()
      .contacts()
      .find((each) => each.initiationMethod === 'CALLBACK');
    expect(callback).toMatchObject({
      destination: '+12125550100',
      disconnectReason: 'AGENT_DISCONNECT',
      relatedContactId: contact().id,
    });
    expect(callback?.enqueuedAt).toBeGreaterThanOrEqual(contact().initiatedAt + 60_000);
  });

  it('queues a task in its own flow', async () => {
    await world.serve();
    const add = (id: string, content: string) =>
      world.connect().addFlow({ instanceId, id, name: id, type: 'CONTACT_FLOW', content });
    add(
      'tasks',
      flowContent({
        Aim: {
          type: 'UpdateContactTargetQueue',
          parameters: { QueueId: 'sales' },
          next: 'Say',
          failed: 'End',
        },
        Say: say('Not spoken.', 'Queue'),
        Queue: {
          type: 'TransferContactToQueue',
          next: 'End',
          failed: 'End',
          errors: { QueueAtCapacity: 'End' },
        },
        End: end,
      }),
    );
    add(
      'mine',
      flowContent({
        Task: {
          type: 'CreateTask',
          parameters: { ContactFlowId: 'tasks', Name: 'Look' },
          next: 'End',
          failed: 'End',
        },
        End: end,
      }),
    );
    await world.dial({ ContactFlowId: 'mine' });
    await world.clock.runUntilIdle();
    const task = world
      .connect()
      .contacts()
      .find((each) => each.channel === 'TASK');
    expect(task).toMatchObject({ name: 'Look', lines: [], agent: { id: 'agent-1' }, recordings: [] });
  });

  it('keeps attributes that are set while the bot is thinking', async () => {
    let answer: (() => void) | undefined;
    const thinking = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await world.serve({
      talkToBot: async () => {
        await thinking;
        return {
          messages: [],
          closed: true,
          intent: { name: 'X', state: 'Failed', slots: {} },
          sessionAttributes: {},
        };
      },
    });
    const InitialContactId = await world.dial();
    await world.clock.advanceBy(60_000);
    await world.client().send(
      new UpdateContactAttributesCommand({
        InstanceId: instanceId,
        InitialContactId,
        Attributes: { seen: 'yes' },
      }),
    );
    answer?.();
    await world.clock.runUntilIdle();
    expect(contact().attributes).toMatchObject({ seen: 'yes', callId: 'call-1' });
    expect(contact().flow?.run.contact.attributes).toMatchObject({ seen: 'yes' });
  });

  it('goes on with calls that a former process left under way, wherever they were', async () => {
    await world.serve();
    await world.dial({ DestinationPhoneNumber: '+12125550127' });
    // Every few seconds another process takes over.
    for (let n = 0; n < 40; n += 1) {
      await world.clock.advanceBy(3000);
      world.restart();
    }
    await world.clock.runUntilIdle();
    expect(contact().disconnectReason).toBe('AGENT_DISCONNECT');
    expect(world.types().filter((type) => type === 'CONNECTED_TO_AGENT')).toHaveLength(1);
    expect(world.recordings).toHaveLength(2);
  });
});
