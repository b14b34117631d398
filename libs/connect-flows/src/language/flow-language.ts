/** The only version of the Flow language that Amazon Connect accepts. */
export const flowLanguageVersion = '2019-10-30';

/** Amazon Connect's limit for the actions of a flow. */
export const maximumActions = 250;

/** Where a transition leads when an error happens. */
export interface FlowError {
  readonly ErrorType: string;
  readonly NextAction: string;
}

/** Where a transition leads when a comparison holds. */
export interface FlowCondition {
  readonly NextAction: string;
  readonly Condition: { readonly Operator: string; readonly Operands: readonly string[] };
}

export interface FlowTransitions {
  readonly NextAction?: string;
  readonly Errors?: readonly FlowError[];
  /** In order; the first that holds wins. */
  readonly Conditions?: readonly FlowCondition[];
}

/** One action as Amazon Connect stores it. Every scalar is a text, numbers and booleans too. */
export interface FlowAction {
  readonly Identifier: string;
  readonly Type: string;
  /** The designer leaves it out of some actions that have none. */
  readonly Parameters?: Readonly<Record<string, unknown>>;
  readonly Transitions: FlowTransitions;
}

/** A flow's content: what `AWS::Connect::ContactFlow` takes as JSON text. */
export interface FlowDocument {
  readonly Version: string;
  readonly StartAction: string;
  /** For the designer; execution ignores it. */
  readonly Metadata?: Readonly<Record<string, unknown>>;
  readonly Actions: readonly FlowAction[];
  /** Of a module. */
  readonly Settings?: Readonly<Record<string, unknown>>;
}
