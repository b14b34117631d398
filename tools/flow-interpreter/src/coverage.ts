import { actionRules } from './actions/index.ts';
import { conditionName } from './branches.ts';
import type { FlowAction, LoadedFlow } from './flow-document.ts';
import type { TraceEntry } from './run.ts';

/** A way out of a block of a flow. */
export interface FlowBranch {
  readonly block: string;
  readonly branch: string;
}

export interface FlowCoverage {
  readonly flow: string;
  readonly total: number;
  readonly covered: number;
  readonly missing: readonly FlowBranch[];
}

/** Every way out of every block of a flow. */
export const branchesOf = (flow: LoadedFlow): readonly FlowBranch[] =>
  [...flow.actions.values()].flatMap((action) =>
    branchNamesOf(action).map((branch) => ({ block: action.Identifier, branch })),
  );

/** Which of a flow's branches the traces have taken. */
export function coverageOf(flow: LoadedFlow, traces: readonly (readonly TraceEntry[])[]): FlowCoverage {
  const taken = new Set(traces.flat().flatMap((entry) => (entry.flowId === flow.id ? [key(entry)] : [])));
  const all = branchesOf(flow);
  const missing = all.filter((branch) => !taken.has(key(branch)));
  return { flow: flow.name, total: all.length, covered: all.length - missing.length, missing };
}

const key = ({ block, branch }: FlowBranch): string => `${block} → ${branch}`;

function branchNamesOf(action: FlowAction): readonly string[] {
  const { Errors = [], Conditions = [] } = action.Transitions ?? {};
  return [
    ...(hasNext(action) ? ['next'] : []),
    ...Errors.map(({ ErrorType }) => ErrorType),
    ...Conditions.map(({ Condition }) => conditionName(Condition)),
    ...(leaving.includes(action.Type) ? ['end'] : []),
  ];
}

/** A menu's `NextAction` repeats its "no match" branch; a block that stores digits has no conditions. */
function hasNext({ Type, Transitions: { NextAction, Conditions = [] } = {} }: FlowAction): boolean {
  const isCopy = actionRules[Type]?.nextIsCopy === true || Conditions.length > 0;
  return NextAction !== undefined && !isCopy;
}

/** Blocks that can end the flow; what follows them in `NextAction`, if anything, is a copy. */
const leaving: readonly string[] = [
  ...['DisconnectParticipant', 'EndFlowExecution', 'EndFlowModuleExecution'],
  ...[
    'TransferContactToQueue',
    'DequeueContactAndTransferToQueue',
    'TransferContactToAgent',
    'TransferToFlow',
  ],
];
