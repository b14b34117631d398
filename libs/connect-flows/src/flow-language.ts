/** The only version of the Flow language that Amazon Connect accepts. */
export const flowLanguageVersion = '2019-10-30';

/** One action as Amazon Connect stores it. Every scalar is a string, numbers and booleans too. */
export interface FlowAction {
  readonly Identifier: string;
  readonly Type: string;
  readonly Parameters: Readonly<Record<string, unknown>>;
  readonly Transitions: FlowTransitions;
}

export interface FlowTransitions {
  readonly NextAction?: string;
  readonly Errors?: readonly { readonly ErrorType: string; readonly NextAction: string }[];
  readonly Conditions?: readonly {
    readonly NextAction: string;
    readonly Condition: { readonly Operator: string; readonly Operands: readonly string[] };
  }[];
}

/** A flow's content: what `AWS::Connect::ContactFlow` takes as JSON text. */
export interface FlowDocument {
  readonly Version: string;
  readonly StartAction: string;
  readonly Metadata: { readonly name: string; readonly type: string };
  readonly Actions: readonly FlowAction[];
}

/** Every action that a transition of an action leads to. */
export const targetsOf = ({ Transitions }: FlowAction): string[] => [
  ...(Transitions.NextAction === undefined ? [] : [Transitions.NextAction]),
  ...(Transitions.Errors ?? []).map(({ NextAction }) => NextAction),
  ...(Transitions.Conditions ?? []).map(({ NextAction }) => NextAction),
];
