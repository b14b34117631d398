import type { IntentModel, LocaleModel } from '../bot/locale-model.ts';
import type { HookResponse } from './hook-response.ts';

/** Of a text response in all. Source: "Quotas" of the developer guide. */
const longestText = 4000;

type Check = (response: HookResponse, intent: IntentModel | undefined) => string | undefined;

const actionIs = ({ sessionState }: HookResponse, ...types: readonly string[]): boolean =>
  types.includes(sessionState.dialogAction.type);

const hasMessages = ({ messages }: HookResponse): boolean => (messages ?? []).length > 0;

const checks: readonly Check[] = [
  (response) =>
    response.sessionState.intent == null && !actionIs(response, 'Delegate', 'ElicitIntent')
      ? 'sessionState.intent: is required with this dialogAction'
      : undefined,
  ({ sessionState }, intent) =>
    sessionState.intent != null && intent === undefined
      ? `sessionState.intent.name: the bot has no intent ${sessionState.intent.name}`
      : undefined,
  ({ sessionState }, intent) => {
    const slots = Object.keys(sessionState.intent?.slots ?? {});
    const unknown = slots.find((name) => intent?.slots.every((slot) => slot.name !== name));
    return unknown === undefined ? undefined : `sessionState.intent.slots: the intent has no slot ${unknown}`;
  },
  (response, intent) => {
    if (!actionIs(response, 'ElicitSlot')) return undefined;
    const { slotToElicit } = response.sessionState.dialogAction;
    const isSlot = intent?.slots.some(({ name }) => name === slotToElicit);
    return isSlot ? undefined : 'sessionState.dialogAction.slotToElicit: must be a slot of the intent';
  },
  (response, intent) =>
    actionIs(response, 'ConfirmIntent') && !hasActiveConfirmation(intent)
      ? 'sessionState.dialogAction.type: ConfirmIntent needs an active IntentConfirmationSetting of the intent'
      : undefined,
  (response) =>
    actionIs(response, 'ElicitIntent') && !hasMessages(response)
      ? 'messages: are required with ElicitIntent'
      : undefined,
  (response) =>
    response.sessionState.intent?.state === 'ReadyForFulfillment' && !actionIs(response, 'Delegate')
      ? 'sessionState.intent.state: ReadyForFulfillment goes with Delegate only'
      : undefined,
  ({ messages }) => {
    const length = (messages ?? []).reduce(
      (sum, message) => sum + ('content' in message ? message.content.length : 0),
      0,
    );
    return length > longestText ? `messages: must have at most ${longestText} characters in all` : undefined;
  },
];

const hasActiveConfirmation = (intent: IntentModel | undefined): boolean => {
  const setting = intent?.definition.IntentConfirmationSetting;
  return setting !== undefined && setting.IsActive !== false;
};

/** What in a hook's answer does not fit the bot; undefined when all does. */
export function problemOf(response: HookResponse, { intents }: LocaleModel): string | undefined {
  const intent = intents.get(response.sessionState.intent?.name ?? '');
  return checks.map((check) => check(response, intent)).find((problem) => problem !== undefined);
}
