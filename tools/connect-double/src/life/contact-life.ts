import { type Collection, seededRandom, type SimulationClock } from '@atlas-engine/simulation';
import { contactEventOf, instanceArn } from '../contact-events.ts';
import type { ChatItem } from '../chat/chat.ts';
import { transcriptKey, transcriptOf } from '../chat/transcript-file.ts';
import { type ContactState, type Due, nextDue, withDue } from '../contact.ts';
import { recordingKey, recordingOf } from '../recording.ts';
import type { ConnectResources } from '../resources.ts';
import { offer } from './agents.ts';
import { botTurn } from './bot-turn.ts';
import { busyAgents, flowWorld } from './flow-world.ts';
import { happen } from './happen.ts';
import type { PeopleOfContacts } from './people.ts';
import { offerToPerson } from './people-steps.ts';
import { isWaiting } from './queue.ts';
import { resumeFlow, startFlow } from './run-flow.ts';
import { type ConnectPorts, type Effect, only, type Stage, type Step } from './stage.ts';

export interface ContactLifeOptions {
  readonly clock: SimulationClock;
  readonly contacts: Collection<ContactState>;
  readonly resources: ConnectResources;
  readonly region: string;
  readonly accountId: string;
  readonly ports: ConnectPorts;
  /** Ids of the simulated agents of every instance. */
  readonly agents: readonly string[];
  readonly people: PeopleOfContacts;
  /** How long a customer stays with a person who does not end the call, in milliseconds. */
  readonly customerStays: number;
  /** Sees what becomes of contacts, once it is stored. */
  readonly watch?: ContactWatch | undefined;
}

export interface ContactWatch {
  changed(contact: ContactState, before: ContactState | undefined): void;
  /** Something in a chat that is seen now and kept nowhere. */
  passing(contact: ContactState, item: ChatItem): void;
}

/** Carries contacts through their lives, also those that a former process left under way. */
export interface ContactLife {
  /** Goes on with the contacts of an earlier process, once the instances and flows are there. */
  resume(): void;
  begin(contact: ContactState): void;
  /** Ends an active contact at once, as `StopContact` does. */
  stop(contact: ContactState): void;
  /** Does to a contact what a person at a control panel wants; a contact that is not there is left alone. */
  act(contactId: string, step: (contact: ContactState, stage: Stage) => Step): Promise<void>;
  /** Offers what waits to whoever is free. */
  assign(): void;
}

export function createContactLife(options: ContactLifeOptions): ContactLife {
  const { clock, contacts, resources, ports } = options;

  const arm = (contact: ContactState): void => {
    const due = nextDue(contact);
    if (due === undefined) return;
    clock.schedule(due.at, () => run(contact.id, due));
  };
  const keep = (contact: ContactState): void => {
    const before = contacts.get(contact.id);
    contacts.set(contact.id, { ...contact, updatedAt: clock.now() });
    arm(contact);
    options.people.heed(contact);
    options.watch?.changed(contact, before);
  };

  const stageOf = ({ id, instanceId }: ContactState): Stage => {
    const now = clock.now();
    const chance = (purpose: string) => seededRandom(`connect/${id}/${purpose}`)();
    return {
      now,
      region: options.region,
      accountId: options.accountId,
      resources,
      world: flowWorld(options, { instanceId, now, random: () => chance(`draw/${now}`) }),
      chance,
      startFlow,
      customerStays: options.customerStays,
    };
  };

  const settle = async ({ contact, effects: wanted }: Step): Promise<void> => {
    keep(contact);
    for (const effect of wanted) await effects[effect.kind](contact, effect as never);
  };

  const underWay = new Set<string>();
  const run = async (id: string, due: Due): Promise<void> => {
    const contact = contacts.get(id);
    const work = `${id} ${JSON.stringify(due)}`;
    // A timer of an earlier plan: what is next has changed since.
    if (contact === undefined || underWay.has(work) || !isSame(nextDue(contact), due)) return;
    underWay.add(work);
    const live = await begin(contact, due).finally(() => underWay.delete(work));
    // A bot or a function may have taken its time: meanwhile the contact has changed, or ended.
    const current = contacts.get(id);
    if (current?.dues.some((each) => isSame(each, due)) !== true) return;
    await settle(live({ ...current, dues: current.dues.filter((each) => !isSame(each, due)) }));
  };

  /** Asks whoever is outside, and says what comes of it for the contact as it is then. */
  const begin = async (contact: ContactState, due: Due): Promise<(current: ContactState) => Step> => {
    if (due.kind === 'function') return callFunction(contact);
    if (due.kind !== 'bot') return (current) => happen(current, due, stageOf(current));
    const heed = await botTurn(contact, due.said, ports);
    return (current) => heed(current, stageOf(current));
  };

  const callFunction = async (contact: ContactState): Promise<(current: ContactState) => Step> => {
    const ask = contact.flow?.ask;
    if (ask?.kind !== 'function') return only;
    const call = ports.invokeFunction(ask.functionArn, ask.event);
    // Nobody waits for an asynchronous function, and its answer goes nowhere.
    const event = ask.asynchronous
      ? ({ kind: 'done' } as const)
      : await call.then(
          (payload) => ({ kind: 'result', payload }) as const,
          () => ({ kind: 'failed' }) as const,
        );
    if (ask.asynchronous) void call.catch(() => undefined);
    return (current) => resumeFlow(current, event, stageOf(current));
  };

  const assign = (): void => {
    const busy = new Set(busyAgents(contacts));
    const waiting = [...contacts.values()].filter(isWaiting);
    for (const contact of waiting.toSorted((a, b) => (a.enqueuedAt ?? 0) - (b.enqueuedAt ?? 0))) {
      const person = options.people.takerOf(contact);
      if (person !== undefined) {
        keep(offerToPerson(contact, person, clock.now()));
        continue;
      }
      const agent = options.agents.find((each) => !busy.has(each) && mayTake(contact, each));
      if (agent === undefined) continue;
      busy.add(agent);
      keep(offer(contact, agent, clock.now()));
    }
  };

  const effects: {
    readonly [K in Effect['kind']]: (
      contact: ContactState,
      effect: Effect & { kind: K },
    ) => Promise<void> | void;
  } = {
    event: (contact, { type }) => {
      const arn = instanceArn(options.region, options.accountId, contact.instanceId);
      return ports.emit(contactEventOf(contact, { eventType: type, at: clock.now(), instanceArn: arn }));
    },
    async recording(contact, { part }) {
      const place = resources.instance(contact.instanceId).recordings;
      if (place === undefined) return;
      const end = contact.spans.findLast((span) => span.part === part)?.to ?? 0;
      const body = recordingOf(contact, part, end);
      await ports.putRecording({
        bucket: place.bucket,
        key: recordingKey(place.prefix, contact, part),
        body,
      });
    },
    async transcript(contact) {
      const place = resources.instance(contact.instanceId).transcripts;
      if (place === undefined) return;
      const key = transcriptKey(place.prefix, contact);
      await ports.putTranscript({ bucket: place.bucket, key, body: transcriptOf(contact, options) });
    },
    passing: (contact, { item }) => options.watch?.passing(contact, item),
    begin: (_, { contact }) => keep(contact),
    assign,
  };

  return {
    resume() {
      for (const contact of contacts.values()) arm(contact);
    },
    begin: keep,
    stop: (contact) =>
      keep(withDue({ ...contact, dues: [] }, { kind: 'left', reason: 'OTHER', at: clock.now() })),
    async act(contactId, step) {
      const contact = contacts.get(contactId);
      if (contact !== undefined) await settle(step(contact, stageOf(contact)));
    },
    assign,
  };
}

const mayTake = ({ targetAgentId }: ContactState, agentId: string): boolean =>
  targetAgentId === undefined || targetAgentId === agentId;

const isSame = (a: Due | undefined, b: Due): boolean => JSON.stringify(a) === JSON.stringify(b);
