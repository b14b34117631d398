import { type FlowAction, type FlowDocument, flowLanguageVersion, targetsOf } from './flow-language.ts';

/** Most actions that a flow may have. Source: Connect developer guide, Flow language. */
const maxActions = 250;
const forbiddenInIdentifiers = /[%:(\\/)=$,;[\]{}]/;

interface ActionRule {
  readonly terminal?: boolean;
  /** Error branches without which the service refuses the action. */
  readonly requiredErrors?: readonly string[];
  readonly allowedErrors?: readonly string[];
}

/** What the service demands of each action that can be written here. Source: `facts/connect-flow-language.md`, 2. */
const rules: Readonly<Record<string, ActionRule>> = {
  UpdateContactRecordingBehavior: {},
  MessageParticipant: { allowedErrors: ['NoMatchingError'] },
  ConnectParticipantWithLexBot: {
    requiredErrors: ['NoMatchingError', 'NoMatchingCondition'],
    allowedErrors: ['NoMatchingError', 'NoMatchingCondition', 'InputTimeLimitExceeded'],
  },
  DisconnectParticipant: { terminal: true },
};

/** What is wrong with a flow; empty when Amazon Connect would take it and every action can be reached. */
export function validateFlow(document: FlowDocument): string[] {
  const identifiers = document.Actions.map(({ Identifier }) => Identifier);
  return [
    ...problemsOfDocument(document, identifiers),
    ...document.Actions.flatMap((action) =>
      problemsOfAction(action, identifiers).map((problem) => `"${action.Identifier}" ${problem}`),
    ),
    ...unreachable(document).map((identifier) => `"${identifier}" cannot be reached from the start`),
  ];
}

function problemsOfDocument(document: FlowDocument, identifiers: readonly string[]): string[] {
  const duplicates = identifiers.filter((each, index) => identifiers.indexOf(each) !== index);
  return [
    ...when(
      document.Version !== flowLanguageVersion,
      `Version is ${document.Version}, must be ${flowLanguageVersion}`,
    ),
    ...when(
      !identifiers.includes(document.StartAction),
      `StartAction "${document.StartAction}" is no action`,
    ),
    ...when(
      identifiers.length > maxActions,
      `has ${String(identifiers.length)} actions, at most ${String(maxActions)}`,
    ),
    ...duplicates.map((each) => `"${each}" names two actions`),
  ];
}

function problemsOfAction(action: FlowAction, identifiers: readonly string[]): string[] {
  const rule = rules[action.Type];
  if (rule === undefined) return [`has type ${action.Type}; supported: ${Object.keys(rules).join(', ')}`];
  const dangling = targetsOf(action).filter((target) => !identifiers.includes(target));
  return [
    ...problemsOfIdentifier(action.Identifier),
    ...dangling.map((target) => `leads to "${target}", which is no action`),
    ...problemsOfTransitions(action, rule),
  ];
}

const problemsOfIdentifier = (identifier: string): string[] => [
  ...when(identifier.length < 1 || identifier.length > 50, 'must have 1 to 50 characters'),
  ...when(forbiddenInIdentifiers.test(identifier), 'must not contain % : ( \\ / ) = $ , ; [ ] { }'),
];

function problemsOfTransitions({ Transitions }: FlowAction, rule: ActionRule): string[] {
  const errors = (Transitions.Errors ?? []).map(({ ErrorType }) => ErrorType);
  const { terminal = false, requiredErrors = [], allowedErrors = [] } = rule;
  if (terminal)
    return when(Object.keys(Transitions).length > 0, 'ends the contact and must have no transitions');
  return [
    ...when(Transitions.NextAction === undefined, 'must lead to a next action'),
    ...requiredErrors
      .filter((each) => !errors.includes(each))
      .map((each) => `needs the error branch ${each}`),
    ...errors.filter((each) => !allowedErrors.includes(each)).map((each) => `has no error branch ${each}`),
  ];
}

function unreachable({ StartAction, Actions }: FlowDocument): string[] {
  const byIdentifier = new Map(Actions.map((action) => [action.Identifier, action]));
  const reached = new Set<string>();
  const open = [StartAction];
  for (let identifier = open.pop(); identifier !== undefined; identifier = open.pop()) {
    const action = byIdentifier.get(identifier);
    if (action === undefined || reached.has(identifier)) continue;
    reached.add(identifier);
    open.push(...targetsOf(action));
  }
  return [...byIdentifier.keys()].filter((identifier) => !reached.has(identifier));
}

const when = (condition: boolean, problem: string): string[] => (condition ? [problem] : []);
