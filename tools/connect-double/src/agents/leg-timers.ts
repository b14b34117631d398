import type { Collection, SimulationClock } from '@atlas-engine/simulation';
import {
  type AgentRecord,
  customerOf,
  isLive,
  type Leg,
  type LegTimer,
  liveThirdParties,
  overLeg,
  withConnections,
} from './agent-record.ts';

interface LegTimersOptions {
  readonly clock: SimulationClock;
  readonly records: Collection<AgentRecord>;
  readonly save: (record: AgentRecord) => void;
  readonly clear: (agentId: string, contactId: string) => Promise<unknown>;
}

/** Makes come true what the legs of an agent still have before them. */
export function createLegTimers({ clock, records, save, clear }: LegTimersOptions) {
  const armed = new Set<string>();

  const fire = async (agentId: string, contactId: string, timer: LegTimer): Promise<void> => {
    const record = records.get(agentId);
    const leg = record?.legs.find((each) => each.contactId === contactId);
    if (record === undefined || leg === undefined || !leg.timers.some((each) => isSame(each, timer))) return;
    if (timer.kind === 'clear') {
      await clear(agentId, contactId);
      return;
    }
    const done = thirdPartyIs(leg, timer, clock.now());
    save({ ...record, legs: record.legs.map((each) => (each === leg ? done : each)) });
  };

  return {
    arm({ id, legs }: AgentRecord): void {
      for (const { contactId, timers } of legs) {
        for (const timer of timers) {
          const key = JSON.stringify([id, contactId, timer]);
          if (armed.has(key)) continue;
          armed.add(key);
          clock.schedule(timer.at, () => {
            armed.delete(key);
            return fire(id, contactId, timer);
          });
        }
      }
    },
  };
}

/** A third party answers, or cannot be reached. */
function thirdPartyIs(leg: Leg, timer: LegTimer & { kind: 'third-party' }, now: number): Leg {
  const rest = { ...leg, timers: leg.timers.filter((each) => !isSame(each, timer)) };
  const reached = withConnections(
    rest,
    ({ id, state }) => (id === timer.connectionId && state === 'connecting' ? timer.state : undefined),
    now,
  );
  const customer = customerOf(reached);
  const isAlone = customer !== undefined && !isLive(customer) && liveThirdParties(reached).length === 0;
  return isAlone ? overLeg(reached, { state: 'ended' }, now) : reached;
}

const isSame = (a: LegTimer, b: LegTimer): boolean => JSON.stringify(a) === JSON.stringify(b);
