/** What Lex is to do next. Source: Lex V2 developer guide, "Lambda response format". */
export const dialogActionTypes = [
  'Close',
  'ConfirmIntent',
  'Delegate',
  'ElicitIntent',
  'ElicitSlot',
] as const;
export type DialogActionType = (typeof dialogActionTypes)[number];

/** How far an intent has come. */
export const intentStates = [
  'Failed',
  'Fulfilled',
  'FulfillmentInProgress',
  'InProgress',
  'ReadyForFulfillment',
  'Waiting',
] as const;
export type IntentState = (typeof intentStates)[number];

/** What the person said to a confirmation prompt. */
export const confirmationStates = ['Confirmed', 'Denied', 'None'] as const;
export type ConfirmationState = (typeof confirmationStates)[number];

/** How the person talks to the bot. */
export const inputModes = ['DTMF', 'Speech', 'Text'] as const;
export type InputMode = (typeof inputModes)[number];

/** Why the function is called: for a turn of the conversation, or to do what was asked. */
export const invocationSources = ['DialogCodeHook', 'FulfillmentCodeHook'] as const;
export type InvocationSource = (typeof invocationSources)[number];
