import { actionRules } from './actions/index.ts';
import type { Branch, Outcome } from './action.ts';
import type { FlowEnd, FlowEvent, Progress } from './ask.ts';
import { edgeOf } from './branches.ts';
import type { FlowAction } from './flow-document.ts';
import type { FlowRun } from './run.ts';
import type { FlowWorld } from './world.ts';

/** Blocks that may follow each other without waiting for anything. */
const mostBlocksAtOnce = 1000;

export interface Advanced {
  readonly run: FlowRun;
  readonly progress: Progress;
}

/**
 * Runs a contact through its flow until the flow must wait for something, or has ended. Pure: the same run, event and
 * world give the same answer.
 *
 * @param event what came of the question that the run waits with; leave it out for a run that has asked nothing yet
 */
export function advance(run: FlowRun, world: FlowWorld, event?: FlowEvent): Advanced {
  let state: Advanced | { run: FlowRun; progress: undefined } = step(run, world, event);
  for (let blocks = 0; state.progress === undefined; blocks += 1) {
    if (blocks === mostBlocksAtOnce) return ended(state.run, failedEnd('goes round without end'));
    state = step(state.run, world);
  }
  return state;
}

type Stepped = Advanced | { readonly run: FlowRun; readonly progress: undefined };

function step(run: FlowRun, world: FlowWorld, event?: FlowEvent): Stepped {
  const action = world.flow(run.flowId)?.actions.get(run.block);
  const rule = action && actionRules[action.Type];
  if (action === undefined || rule === undefined) return ended(run, failedEnd('is not there any more'));
  const at = { run, action, world };
  if (event !== undefined) return after(rule.resume(at, event), at);
  if (breaksAt(at)) return follow(run, { error: 'NoMatchingError' }, at);
  return after(rule.start(at), at);
}

const after = (outcome: Outcome, at: Site & { readonly run: FlowRun }): Stepped =>
  settle(outcome.run ?? at.run, outcome, at);

const breaksAt = ({ run: { flowId, block }, action, world }: Site & { readonly run: FlowRun }): boolean =>
  world.breaks?.({ flowId, block, type: action.Type }) ?? false;

interface Site {
  readonly action: FlowAction;
  readonly world: FlowWorld;
}

function settle(run: FlowRun, outcome: Outcome, { action, world }: Site): Stepped {
  if ('ask' in outcome) return { run: { ...run, asked: true }, progress: { ask: outcome.ask } };
  if ('end' in outcome) return ended(traced(run, { action, world }, 'end'), outcome.end);
  if ('enter' in outcome) {
    const { flowId, block, flowAttributes } = run;
    const left = outcome.returns ? run : traced(run, { action, world }, 'end');
    const callers = outcome.returns ? [...run.callers, { flowId, block, flowAttributes }] : [];
    const entered = { flowId: outcome.enter.id, block: outcome.enter.start, callers, flowAttributes: {} };
    return { run: { ...left, ...entered, asked: false }, progress: undefined };
  }
  if ('leave' in outcome) return leave(traced(run, { action, world }, 'end'), world);
  return follow(run, outcome.branch, { action, world });
}

function leave({ callers, ...run }: FlowRun, world: FlowWorld): Stepped {
  const caller = callers.at(-1);
  if (caller === undefined) return ended({ ...run, callers }, { kind: 'finished' });
  const back = { ...run, ...caller, callers: callers.slice(0, -1) };
  const action = world.flow(caller.flowId)?.actions.get(caller.block);
  if (action === undefined) return ended(back, failedEnd('is not there any more'));
  return follow(back, 'next', { action, world });
}

function follow(run: FlowRun, branch: Branch, site: Site): Stepped {
  const edge = edgeOf(site.action, branch);
  if (edge === undefined) {
    const name = branch === 'next' ? 'next' : 'error' in branch ? branch.error : 'NoMatchingCondition';
    return ended(traced(run, site, 'end'), failedEnd(`has no branch ${name}`, site.action));
  }
  return { run: { ...traced(run, site, edge.name), block: edge.to, asked: false }, progress: undefined };
}

const traced = (run: FlowRun, { action, world }: Site, branch: string): FlowRun => ({
  ...run,
  trace: [
    ...run.trace,
    { at: world.now(), flowId: run.flowId, block: action.Identifier, type: action.Type, branch },
  ],
});

const ended = (run: FlowRun, end: FlowEnd): Advanced => ({
  run: { ...run, asked: false },
  progress: { end },
});

const failedEnd = (problem: string, action?: FlowAction): FlowEnd => ({
  kind: 'failed',
  reason: action === undefined ? `The block ${problem}` : `"${action.Identifier}" ${problem}`,
});
