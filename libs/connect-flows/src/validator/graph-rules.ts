import { isActionType, specOf } from '../catalogue/index.ts';
import type { Edge } from '../graph/edges.ts';
import { cyclesIn, reachedFrom, reachedWithout, type Ways, waysOf } from '../graph/reach.ts';
import type { FlowAction } from '../language/flow-language.ts';
import { error, warning } from './finding.ts';
import type { Rule } from './rule.ts';

/** Every block can be reached. */
export const reachabilityRule: Rule = ({ document }) => {
  const reached = reachedFrom(document.StartAction, waysOf(document));
  return document.Actions.filter(({ Identifier }) => !reached.has(Identifier)).map(({ Identifier }) =>
    error(Identifier, {
      problem: 'cannot be reached from the start',
      allowed: 'blocks that a transition leads to',
    }),
  );
};

/** No cycle runs for ever: each has a block that waits for the customer, for time to pass, or counts. */
export const endlessLoopRule: Rule = ({ document }) =>
  cyclesIn(
    new Map(document.Actions.map((action) => [action.Identifier, unwaitedWays(action, waysOf(document))])),
  ).map((cycle) =>
    error(cycle[0], {
      problem: `the loop ${cycle.map((each) => `"${each}"`).join(' → ')} never ends`,
      allowed: 'a loop with customer input, a wait or a counter (Loop, on its way for ContinueLooping)',
    }),
  );

/** What has to come before a block on every way to it. */
export const orderRule: Rule = ({ document, type }) => [
  ...(type === 'CONTACT_FLOW' || type === 'AGENT_TRANSFER'
    ? reachedWithout(document, 'TransferContactToQueue', ['UpdateContactTargetQueue']).map(({ Identifier }) =>
        warning(Identifier, {
          problem: 'can be reached without a target queue',
          allowed: 'ways through UpdateContactTargetQueue',
        }),
      )
    : []),
  ...reachedWithout(document, 'DequeueContactAndTransferToQueue', ['MessageParticipantIteratively']).map(
    ({ Identifier }) =>
      warning(Identifier, {
        problem: 'can be reached before the customer has waited',
        allowed: 'ways through MessageParticipantIteratively',
      }),
  ),
];

/** Answering-machine detection works for campaigns only. */
export const detectionRule: Rule = ({ document, answeringMachineDetection = false }) =>
  document.Actions.filter(({ Type }) => Type === 'CheckOutboundCallStatus' && !answeringMachineDetection).map(
    ({ Identifier }) =>
      warning(Identifier, {
        problem: 'always takes its error branch without answering-machine detection',
        allowed: 'flows with answeringMachineDetection, for calls of TrafficType CAMPAIGN',
      }),
  );

/** The ways on from an action that take no time and are not counted. */
function unwaitedWays(action: FlowAction, ways: Ways): readonly Edge[] {
  const { Identifier, Type } = action;
  const waitsFor = isActionType(Type) ? specOf(Type).waitsFor : undefined;
  const edges = ways.get(Identifier) ?? [];
  if (waitsFor === undefined) return edges;
  return waitsFor === 'counter' ? edges.filter(({ branch }) => branch !== 'Equals ContinueLooping') : [];
}
