import {
  ConnectClient,
  StartOutboundVoiceContactCommand,
  type StartOutboundVoiceContactCommandInput,
} from '@aws-sdk/client-connect';
import { createWireServer, type ServiceDouble, type WireServer } from '@atlas-engine/aws-wire';
import { createManualClock, createMemoryStore, type ManualClock } from '@atlas-engine/simulation';
import { type BotAnswer, type BotTurn, type Connect, type ContactEvent, createConnect } from '../index.ts';
import type { ConnectOptions } from '../connect.ts';
import { addStaff } from './staff.ts';
import { afterAgentFlow, chatFlow, outboundFlow, queueFlow, whisperFlow } from './test-flows.ts';

export const instanceId = '11111111-1111-4111-8111-111111111111';
export const flowId = '22222222-2222-4222-8222-222222222222';
export const start = Date.parse('2026-11-23T15:00:00Z');

const call = (
  input: Partial<StartOutboundVoiceContactCommandInput>,
): StartOutboundVoiceContactCommandInput => ({
  InstanceId: instanceId,
  ContactFlowId: flowId,
  DestinationPhoneNumber: '+12125550100',
  SourcePhoneNumber: '+12125550199',
  ClientToken: 'token-1',
  Attributes: {
    callId: 'call-1',
    greeting: 'Hello, this is Atlas.',
    closing: 'Goodbye.',
    voicemailMessage: 'We call again.',
  },
  ...input,
});

/** A bot that asks one more question, and hands over whoever wants a person. */
async function simpleBot({ text }: BotTurn): Promise<BotAnswer> {
  const wantsPerson = /person/.test(text);
  const closed = wantsPerson || /interested/.test(text);
  return {
    messages: closed ? [] : ['What would you like to know?'],
    closed,
    intent: { name: wantsPerson ? 'SpeakToAgent' : 'FallbackIntent', state: 'Fulfilled', slots: {} },
    sessionAttributes: {},
  };
}

/** Connect on the wire with an instance, its flows, one number and one queue. */
export interface ConnectWorld {
  clock: ManualClock;
  readonly events: ContactEvent[];
  readonly recordings: { bucket: string; key: string; body: Buffer }[];
  readonly transcripts: { bucket: string; key: string; body: Buffer }[];
  /** What attachments hold, by bucket and key. */
  readonly objects: Map<string, Buffer>;
  readonly turns: BotTurn[];
  readonly functionEvents: unknown[];
  readonly connect: () => Connect;
  readonly client: () => ConnectClient;
  /** Where it is served. */
  readonly url: () => string;
  serve(options?: Partial<ConnectOptions>): Promise<void>;
  /** Another process on the same store, at the same moment. */
  restart(): Connect;
  dial(input?: Partial<StartOutboundVoiceContactCommandInput>): Promise<string | undefined>;
  /** Types of the events so far. */
  types(): unknown[];
  close(): Promise<void>;
}

export function connectWorld(): ConnectWorld {
  const store = createMemoryStore();
  const world = {
    clock: createManualClock(start),
    events: [] as ContactEvent[],
    recordings: [] as { bucket: string; key: string; body: Buffer }[],
    transcripts: [] as { bucket: string; key: string; body: Buffer }[],
    objects: new Map<string, Buffer>(),
    turns: [] as BotTurn[],
    functionEvents: [] as unknown[],
  };
  let server: WireServer | undefined;
  let client: ConnectClient | undefined;
  let connect: Connect | undefined;
  let given: Partial<ConnectOptions> = {};

  const create = (): Connect => {
    const made = createConnect({
      clock: world.clock,
      store,
      region: 'us-east-1',
      accountId: '000000000000',
      emit: async (event) => void world.events.push(event),
      putRecording: async (object) => void world.recordings.push(object),
      putTranscript: async (object) => void world.transcripts.push(object),
      talkToBot: async (turn) => {
        world.turns.push(turn);
        return simpleBot(turn);
      },
      invokeFunction: async (_, event) => {
        world.functionEvents.push(event);
        return { answer: 'yes' };
      },
      chats: {
        attachments: {
          put: async ({ bucket, key, body }) => void world.objects.set(`${bucket}/${key}`, body),
          get: async (bucket, key) => world.objects.get(`${bucket}/${key}`),
        },
        url: () => there(server).url,
      },
      ...given,
    });
    const recordings = { bucket: 'recordings', prefix: 'connect/atlas' };
    made.addInstance({
      ...{ id: instanceId, alias: 'atlas', outboundCalls: true, recordings },
      transcripts: recordings,
      attachments: recordings,
    });
    const flow = (id: string, type: string, content: string) =>
      made.addFlow({ instanceId, id, name: id, type, content });
    flow(flowId, 'CONTACT_FLOW', outboundFlow);
    flow('queue-flow', 'CUSTOMER_QUEUE', queueFlow);
    flow('agent-whisper', 'AGENT_WHISPER', whisperFlow);
    flow('after-agent', 'CONTACT_FLOW', afterAgentFlow);
    flow('chat-flow', 'CONTACT_FLOW', chatFlow);
    made.addQueue({
      instanceId,
      id: 'sales',
      name: 'Sales',
      quickConnectIds: ['to-care', 'to-blake', 'to-outside'],
    });
    made.addQueue({ instanceId, id: 'care', name: 'Care' });
    addStaff(made);
    made.addPhoneNumber({ instanceId, number: '+12125550199' });
    return made;
  };
  const there = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('serve first');
    return value;
  };

  /** The service of the process that runs now, also after a restart. */
  const latest = (pick: (made: Connect) => ServiceDouble): ServiceDouble => ({
    ...pick(there(connect)),
    handle: (request) => pick(there(connect)).handle(request),
  });

  return Object.assign(world, {
    connect: () => there(connect),
    client: () => there(client),
    url: () => there(server).url,
    async serve(options: Partial<ConnectOptions> = {}) {
      given = options;
      connect = create();
      server = await createWireServer({
        services: [latest((made) => made.service), latest((made) => made.chats.service)],
        clock: world.clock,
        store,
      });
      client = new ConnectClient({
        endpoint: server.url,
        region: 'us-east-1',
        credentials: { accessKeyId: 'AKIALOCAL', secretAccessKey: 'x' },
        maxAttempts: 1,
      });
    },
    restart() {
      world.clock = createManualClock(world.clock.now());
      connect = create();
      connect.resume();
      return connect;
    },
    dial: async (input: Partial<StartOutboundVoiceContactCommandInput> = {}) =>
      (await there(client).send(new StartOutboundVoiceContactCommand(call(input)))).ContactId,
    types: () => world.events.map((event) => event.detail['eventType']),
    async close() {
      client?.destroy();
      await server?.close();
    },
  });
}
