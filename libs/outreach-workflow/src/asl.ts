/** A JSONata expression as Amazon States Language writes it. */
export type Expression = `{% ${string} %}`;

/** Wraps a JSONata expression for use as a field's value. */
export const jsonata = (expression: string): Expression => `{% ${expression} %}`;

/** JSON whose strings may be expressions. */
export type Template =
  string | number | boolean | null | readonly Template[] | { readonly [key: string]: Template };

export interface Retrier {
  readonly ErrorEquals: readonly string[];
  readonly IntervalSeconds?: number;
  /** 0 means: never. */
  readonly MaxAttempts: number;
  readonly BackoffRate?: number;
  readonly MaxDelaySeconds?: number;
  readonly JitterStrategy?: 'FULL' | 'NONE';
}

export interface Catcher {
  readonly ErrorEquals: readonly string[];
  readonly Next: string;
  readonly Assign?: Readonly<Record<string, Template>>;
  readonly Output?: Template;
}

interface Described {
  readonly Comment?: string;
}

export interface TaskState extends Described {
  readonly Type: 'Task';
  readonly Resource: string;
  readonly Arguments: Template;
  readonly TimeoutSeconds: number;
  readonly HeartbeatSeconds?: number;
  readonly Retry: readonly Retrier[];
  readonly Catch: readonly Catcher[];
  readonly Assign?: Readonly<Record<string, Template>>;
  readonly Output?: Template;
  readonly Next: string;
}

export interface ChoiceRule {
  readonly Condition: Expression;
  readonly Next: string;
  readonly Assign?: Readonly<Record<string, Template>>;
}

export interface ChoiceState extends Described {
  readonly Type: 'Choice';
  readonly Choices: readonly ChoiceRule[];
  readonly Default: string;
}

export interface WaitState extends Described {
  readonly Type: 'Wait';
  readonly Timestamp: Expression;
  readonly Assign?: Readonly<Record<string, Template>>;
  readonly Next: string;
}

export interface SucceedState extends Described {
  readonly Type: 'Succeed';
  readonly Output?: Template;
}

export interface FailState extends Described {
  readonly Type: 'Fail';
  readonly Error: string;
  readonly Cause: string;
}

export type State = TaskState | ChoiceState | WaitState | SucceedState | FailState;

/** A state machine definition in the part of the language that the workflow uses. */
export interface Definition {
  readonly Comment: string;
  readonly QueryLanguage: 'JSONata';
  readonly StartAt: string;
  readonly TimeoutSeconds: number;
  readonly States: Readonly<Record<string, State>>;
}

/** The text that Step Functions takes. */
export const toAsl = (definition: Definition): string => JSON.stringify(definition, null, 2);

/** Where a state may lead, with the reason: what the diagram and the reachability test read. */
export function transitionsOf(state: State): readonly { readonly to: string; readonly label?: string }[] {
  switch (state.Type) {
    case 'Task':
      return [
        { to: state.Next },
        ...state.Catch.map(({ Next, ErrorEquals }) => ({ to: Next, label: ErrorEquals.join(', ') })),
      ];
    case 'Choice':
      return [
        ...state.Choices.map(({ Next, Condition }) => ({ to: Next, label: Condition.slice(3, -3) })),
        { to: state.Default, label: 'otherwise' },
      ];
    case 'Wait':
      return [{ to: state.Next }];
    case 'Succeed':
    case 'Fail':
      return [];
  }
}
