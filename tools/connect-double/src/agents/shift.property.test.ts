import * as fc from 'fast-check';
import { AgentCallError } from '../index.ts';
import { startChat } from '../testing/chat-client.ts';
import { connectWorld, type ConnectWorld } from '../testing/connect-world.ts';
import { panelOf } from '../testing/panel.ts';

type Panel = ReturnType<typeof panelOf>;
type Act = (world: ConnectWorld, panel: Panel, nth: number) => Promise<unknown>;

const to = (quickConnect: string) => ({
  endpoint: { endpointARN: `x/transfer-destination/${quickConnect}` },
});
const last = (panel: Panel) => ({ connectionId: panel.contact().connections.at(-1)?.connectionId });
const outside = { type: 'phone_number', phoneNumber: '+12125550101' };

/** What may happen in a shift, in any order. */
const acts: Readonly<Record<string, Act>> = {
  'a call comes': (world, _, nth) =>
    world.dial({ DestinationPhoneNumber: '+12125550127', ClientToken: `call-${nth}` }),
  'a chat comes': async (world, _, nth) => {
    const chat = await startChat(world, { ClientToken: `chat-${nth}` });
    await chat.connect();
    await world.clock.advanceBy(10);
    await chat.write('I want to speak to a person');
  },
  'a moment passes': (world) => world.clock.advanceBy(5000),
  'a minute passes': (world) => world.clock.advanceBy(60_000),
  accept: (_, panel) => panel.on('acceptContact'),
  reject: (_, panel) => panel.on('rejectContact'),
  'hang up': (_, panel) => panel.hangUp(),
  'drop the last': (_, panel) => panel.on('destroyConnection', last(panel)),
  clear: (_, panel) => panel.on('clearContact'),
  hold: (_, panel) => panel.on('holdConnection', last(panel)),
  resume: (_, panel) => panel.on('resumeConnection', last(panel)),
  'consult a number': (_, panel) => panel.on('createAdditionalConnection', to('to-outside')),
  'consult a person': (_, panel) => panel.on('createAdditionalConnection', to('to-blake')),
  confer: (_, panel) => panel.on('conferenceConnections'),
  swap: (_, panel) => panel.on('toggleActiveConnections', last(panel)),
  dial: (_, panel) => panel.call('createOutboundContact', { endpoint: outside }),
  'take a break': (_, panel) => panel.choose('break', true),
  'be available': (_, panel) => panel.choose('available', true),
};

/** What happens most, so that a shift has something of everything. */
const usual = [
  'a call comes',
  'a chat comes',
  'a minute passes',
  'a minute passes',
  'accept',
  'accept',
  'clear',
];

/** Does what may be refused: a refusal must change nothing, which the rules below see. */
async function attempt(act: Act, ...[world, panel, nth]: Parameters<Act>): Promise<void> {
  if (panel.contacts().length === 0 && act.length === 2 && act !== acts['dial']) return;
  await act(world, panel, nth).catch((error: unknown) => {
    const isRefusal = error instanceof AgentCallError || (error as Error).name === 'LimitExceededException';
    if (!isRefusal) throw error;
  });
}

function expectOrder(world: ConnectWorld, panel: Panel): void {
  const known = world.connect().contacts();
  const contacts = panel.contacts();
  const ofType = (...types: readonly string[]) => contacts.filter(({ type }) => types.includes(type));
  expect(ofType('voice', 'queue_callback').length).toBeLessThanOrEqual(1);
  expect(ofType('chat').length).toBeLessThanOrEqual(2);
  const [, stateType] = panel.state();
  expect(stateType === 'error').toBe(contacts.some(({ state }) => state.type === 'error'));
  for (const { contactId, state, connections } of contacts) {
    const live = connections.filter((each) => each.state.type !== 'disconnected');
    const customer = connections.find(({ initial }) => initial);
    const contact = known.find(({ id }) => id === contactId);
    if (customer?.state.type !== 'disconnected') expect(contact?.disconnectedAt).toBeUndefined();
    if (state.type === 'ended' || state.type === 'error') expect(live).toEqual([]);
    if (state.type === 'connected') {
      expect(connections[0]?.state.type).toBe('connected');
      expect(live.length).toBeGreaterThan(1);
    }
  }
}

/** Most of what may happen needs a call at hand. */
async function takeCall(world: ConnectWorld, panel: Panel): Promise<void> {
  await world.dial({ DestinationPhoneNumber: '+12125550127', ClientToken: 'first' });
  while (panel.contacts().length === 0) await world.clock.advanceBy(500);
  await panel.on('acceptContact');
}

/** Ends and clears whatever is left on a panel. */
async function goHome(world: ConnectWorld, panel: Panel): Promise<void> {
  await panel.choose('offline', true);
  for (let nth = 0; nth < 20 && panel.contacts().length > 0; nth += 1) {
    for (const { contactId, state, connections } of panel.contacts()) {
      const isOver = state.type === 'ended' || state.type === 'error';
      const params = { contactId, connectionId: connections[0]?.connectionId };
      await panel.call(isOver ? 'clearContact' : 'destroyConnection', params);
    }
    await world.clock.advanceBy(1000);
  }
}

it('keeps its order whatever an agent does, also when the process is killed at any moment', async () => {
  const names = fc.array(fc.constantFrom(...Object.keys(acts), ...usual), { minLength: 10, maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(names, fc.nat(24), fc.boolean(), async (steps, killedAt, beginsInCall) => {
      const world = connectWorld();
      try {
        await world.serve({ agents: [], customerStays: 90_000, quotas: {} });
        const [avery, blake] = [panelOf(world, 'avery'), panelOf(world, 'blake')];
        await avery.signIn();
        await blake.signIn();
        if (beginsInCall) await takeCall(world, avery);
        for (const [nth, name] of steps.entries()) {
          const act = acts[name];
          if (act !== undefined) await attempt(act, world, nth % 7 === 6 ? blake : avery, nth);
          await world.clock.advanceBy(20);
          expectOrder(world, avery);
          expectOrder(world, blake);
          if (nth !== killedAt) continue;
          const before = avery.snapshot();
          world.restart();
          expect(avery.snapshot()).toEqual(before);
        }
        await goHome(world, avery);
        await goHome(world, blake);
        expect([avery.state(), blake.state()]).toEqual([
          ['Offline', 'offline'],
          ['Offline', 'offline'],
        ]);
        await world.clock.advanceBy(26 * 3_600_000);
        const open = world
          .connect()
          .contacts()
          .filter(({ disconnectedAt }) => disconnectedAt === undefined);
        expect(open).toEqual([]);
      } finally {
        await world.close();
      }
    }),
    { numRuns: Number(process.env['ATLAS_PROPERTY_RUNS'] ?? 15) },
  );
}, 120_000);
