import type * as z from 'zod';
import type { FlowType } from '../language/flow-types.ts';

/** The error branches of the Flow language. */
export const errorTypes = [
  'NoMatchingError',
  'NoMatchingCondition',
  'InputTimeLimitExceeded',
  'TimeLimitExceeded',
  'InvalidPhoneNumber',
  'CallFailed',
  'ConnectionTimeLimitExceeded',
  'QueueAtCapacity',
  'InvalidCallbackNumber',
  'CallbackNumberNotDialable',
  'ParticipantNotFound',
  'ChannelMismatch',
  'InFlightRedactionConfigurationFailed',
  'ContactNotLinked',
  'MultipleFound',
  'NoneFound',
  'MultipleFoundError',
  'NoneFoundError',
] as const;
export type ErrorType = (typeof errorTypes)[number];

/** The comparisons of a condition branch; each takes one text. */
export const operators = [
  'Equals',
  'TextStartsWith',
  'TextEndsWith',
  'TextContains',
  'NumberGreaterThan',
  'NumberGreaterOrEqualTo',
  'NumberLessThan',
  'NumberLessOrEqualTo',
] as const;
export type Operator = (typeof operators)[number];

/** The condition branches of an action. */
export interface ConditionRule {
  readonly operators: readonly Operator[];
  /** What may be compared with; `any` for free text. */
  readonly operands: readonly string[] | 'any';
  /** Operands that must each have a branch; none when absent. */
  readonly required?: readonly string[];
}

/**
 * Where `NextAction` leads. A `copy` names the branch whose target an action repeats there, as the designer writes it:
 * an error type or the operand of a condition.
 */
export type NextRule = 'required' | 'optional' | 'none' | { readonly copy: string };

/** Holds when the parameter at the path is there, and is one of the values if any are named. */
export interface ParameterTest {
  /** Keys joined by dots. */
  readonly parameter: string;
  readonly among?: readonly string[];
}

/** The branches of an action, for the parameters that `when` describes. */
export interface BranchRule {
  readonly when?: ParameterTest;
  readonly next: NextRule;
  readonly requiredErrors?: readonly ErrorType[];
  readonly optionalErrors?: readonly ErrorType[];
  readonly conditions?: ConditionRule;
}

/** What a parameter refers to. */
export const referenceKinds = ['queue', 'prompt', 'bot', 'function', 'flow', 'module', 'hours'] as const;
export type ReferenceKind = (typeof referenceKinds)[number];

/** One action of the Flow language: its parameters, its branches and where it is legal. */
export interface ActionSpec {
  /** What the action does, as one sentence. */
  readonly summary: string;
  readonly group: 'participant' | 'flow' | 'contact' | 'interaction';
  /** Every parameter as Amazon Connect stores it: scalars are texts. */
  readonly parameters: z.ZodType<Readonly<Record<string, unknown>>>;
  /** Sets of parameters of which exactly one is given. */
  readonly exactlyOne?: readonly (readonly string[])[];
  /** Sets of parameters of which at most one is given. */
  readonly atMostOne?: readonly (readonly string[])[];
  /** Parameters that refer to a resource, by path. A path that ends in `.*` is a map whose values do. */
  readonly references?: Readonly<Record<string, ReferenceKind>>;
  /** Parameters that are one reference such as `$.Attributes.name`, by path. */
  readonly paths?: readonly string[];
  /** Where the action is legal by the API's pages or by the designer's; nowhere else. */
  readonly flowTypes: readonly FlowType[];
  /** Those of `flowTypes` in which one of the two sources forbids it. */
  readonly disputed?: readonly FlowType[];
  /** The first whose `when` holds; the last has none. */
  readonly branches: readonly [...BranchRule[], BranchRule];
  /** What the action waits for: a cycle of blocks needs one such action, or it never ends. */
  readonly waitsFor?: 'customer' | 'time' | 'counter';
  /** Set when the shape of the parameters is not documented: they are kept as they are. */
  readonly opaque?: true;
}

/** Declares one action and keeps its literal types. */
export const action = <const S extends ActionSpec>(spec: S): S => spec;
