import { type Collection, seededRandom, type SimulationClock } from '@atlas-engine/simulation';
import { contactEventOf, instanceArn } from '../contact-events.ts';
import { type ContactState, type Due, nextDue, withAttributes, withDue, withoutDues } from '../contact.ts';
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
    contacts.set(contact.id, { ...contact, updatedAt: clock.now() });
    arm(contact);
    options.people.heed(contact);
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

  const run = async (id: string, due: Due): Promise<void> => {
    const contact = contacts.get(id);
    // A timer of an earlier plan: what is next has changed since.
    if (contact === undefined || !isSame(nextDue(contact), due)) return;
    const rest = { ...contact, dues: contact.dues.filter((each) => !isSame(each, due)) };
    const step = await live(rest, due);
    const current = contacts.get(id) ?? contact;
    if (due.kind !== 'left' && isOutdated(contact, current)) return;
    await take({ ...step, contact: withChanges(step.contact, { before: contact, current }) });
  };

  const take = async ({ contact, effects: wanted }: Step): Promise<void> => {
    keep(contact);
    for (const effect of wanted) await effects[effect.kind](contact, effect as never);
  };

  const live = (contact: ContactState, due: Due): Step | Promise<Step> => {
    if (due.kind === 'function') return callFunction(contact);
    if (due.kind === 'bot') return botTurn(contact, due.said, { now: () => clock.now(), ports }).then(only);
    return happen(contact, due, stageOf(contact));
  };

  const callFunction = async (contact: ContactState): Promise<Step> => {
    const ask = contact.flow?.ask;
    if (ask?.kind !== 'function') return only(contact);
    const call = ports.invokeFunction(ask.functionArn, ask.event);
    // Nobody waits for an asynchronous function, and its answer goes nowhere.
    const event = ask.asynchronous
      ? ({ kind: 'done' } as const)
      : await call.then(
          (payload) => ({ kind: 'result', payload }) as const,
          () => ({ kind: 'failed' }) as const,
        );
    if (ask.asynchronous) void call.catch(() => undefined);
    return resumeFlow(contact, event, stageOf(contact));
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
      if (contact !== undefined) await take(step(contact, stageOf(contact)));
    },
    assign,
  };
}

/**
 * Whether a bot or a function took so long that its answer is of no interest any more: meanwhile the contact was
 * stopped, or an agent has taken it.
 */
const isOutdated = (before: ContactState, current: ContactState): boolean =>
  current.dues.some((due) => due.kind === 'left' && due.reason === 'OTHER') ||
  current.agent?.acceptedAt !== before.agent?.acceptedAt;

const mayTake = ({ targetAgentId }: ContactState, agentId: string): boolean =>
  targetAgentId === undefined || targetAgentId === agentId;

/** What happened to a contact while a bot or a function took its time: other attributes, an agent who is offered it. */
function withChanges(
  contact: ContactState,
  { before, current }: { readonly before: ContactState; readonly current: ContactState },
): ContactState {
  const named =
    current.attributes === before.attributes ? contact : withAttributes(contact, current.attributes);
  if (current.agent === before.agent) return named;
  const offered = current.dues.filter(({ kind }) => kind === 'agent' || kind === 'missed');
  return withDue({ ...withoutDues(named, 'agent', 'missed'), agent: current.agent }, ...offered);
}

const isSame = (a: Due | undefined, b: Due): boolean => JSON.stringify(a) === JSON.stringify(b);
