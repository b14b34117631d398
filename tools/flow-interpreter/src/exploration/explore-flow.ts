import { advance, type Advanced } from '../advance.ts';
import type { FlowEvent } from '../ask.ts';
import { type NewContact, newContact } from '../contact.ts';
import type { LoadedFlow } from '../flow-document.ts';
import { type FlowRun, startRun, type TraceEntry } from '../run.ts';
import type { FlowWorld } from '../world.ts';
import { type BotResults, possibleEvents } from './possible-events.ts';

/** All that may be the case when a flow runs. */
export interface Circumstances {
  /** The contacts that may come. */
  readonly contacts: readonly NewContact[];
  /** What blocks may find when they look something up; it may be another one after each question. */
  readonly worlds: readonly FlowWorld[];
  readonly botResults: BotResults;
}

/**
 * Runs a flow through everything that can happen in it: each contact, each answer to each question, each state of the
 * world. A contact that is in the same place again is not followed further, so that loops end.
 *
 * @returns every way out of a block that was taken, in this flow and the modules and flows that it enters
 */
export const exploreFlow = (flow: LoadedFlow, circumstances: Circumstances): readonly TraceEntry[] =>
  circumstances.contacts.flatMap((contact) =>
    exploreFrom(startRun(flow, newContact(contact)), circumstances),
  );

function exploreFrom(start: FlowRun, { worlds, botResults }: Circumstances): readonly TraceEntry[] {
  const taken = new Map<string, TraceEntry>();
  const seen = new Set<string>();
  const waiting: Advanced[] = [];

  const visit = (run: FlowRun, event?: FlowEvent): void => {
    for (const world of worlds) {
      const state = advance(run, world, event);
      for (const entry of state.run.trace) taken.set(keyOf(entry), entry);
      const place = placeOf(state.run);
      // A flow that another one goes on in is explored on its own.
      if ('end' in state.progress || rootOf(state.run) !== start.flowId || seen.has(place)) continue;
      seen.add(place);
      waiting.push({ ...state, run: { ...state.run, trace: [] } });
    }
  };

  visit(start);
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    if (!('ask' in state.progress)) continue;
    for (const event of possibleEvents(state.progress.ask, botResults)) visit(state.run, event);
  }
  return [...taken.values()];
}

const rootOf = ({ flowId, callers }: FlowRun): string => callers[0]?.flowId ?? flowId;

const keyOf = ({ flowId, block, branch }: TraceEntry): string => JSON.stringify([flowId, block, branch]);

/** Not all that a run has: what is left out can hide a branch, and never show one that cannot be taken. */
const placeOf = ({ flowId, block, callers, loops, storedInput }: FlowRun): string =>
  JSON.stringify([flowId, block, callers, loops, storedInput]);
