import type { FlowDocument } from '../language/flow-language.ts';
import type { FlowType } from '../language/flow-types.ts';
import type { Problem } from './finding.ts';

/** What a flow is judged by, beside its content. */
export interface FlowUnderTest {
  readonly document: FlowDocument;
  readonly name: string;
  readonly type: FlowType;
  /** Whether calls come from a campaign with answering-machine detection. */
  readonly answeringMachineDetection?: boolean;
  /** Whether contacts carry this attribute. Every name is accepted when absent. */
  readonly isKnownAttribute?: (name: string) => boolean;
}

/** One aspect of a flow. */
export type Rule = (flow: FlowUnderTest) => readonly Problem[];

export const when = (condition: boolean, problem: () => Problem): readonly Problem[] =>
  condition ? [problem()] : [];

/** Names in a sentence; `none` for no name. */
export const listed = (names: readonly string[]): string => (names.length === 0 ? 'none' : names.join(', '));

/** What occurs more than once. */
export const repeated = (names: readonly string[]): readonly string[] => [
  ...new Set(names.filter((name, index) => names.indexOf(name) !== index)),
];
