import { withOutputContexts } from './contexts.ts';
import { confirmationOf } from './next-step.ts';
import { modelOf, type Progress, type TurnEnd } from './progress.ts';
import { messagesOf } from './prompts.ts';
import type { DialogAction, IntentState, WireIntent, WireMessage } from './session.ts';
import type { TurnContext } from './turn-context.ts';

/** The end of a turn. */
export const end = (
  { intent, sessionAttributes, activeContexts, retries }: Progress,
  dialogAction: DialogAction,
  messages: readonly WireMessage[],
): TurnEnd => ({
  sessionState: { dialogAction, intent, sessionAttributes, activeContexts },
  messages,
  retries,
});

/** Asks for a slot, by the bot's prompt when nothing else is said. */
export function elicit(
  context: TurnContext,
  progress: Progress,
  { slot, said }: { readonly slot: string | null | undefined; readonly said: readonly WireMessage[] },
): TurnEnd {
  const asked = modelOf(context, progress.intent).slots.find(({ name }) => name === slot);
  const prompt = asked?.definition.PromptSpecification;
  const messages = said.length > 0 || prompt === undefined ? said : messagesOf(prompt, progress);
  const intent: WireIntent = { ...progress.intent, state: 'InProgress' };
  return end({ ...progress, intent }, { type: 'ElicitSlot', slotToElicit: slot ?? '' }, messages);
}

/** Asks for confirmation. */
export function confirm(context: TurnContext, progress: Progress, said: readonly WireMessage[]): TurnEnd {
  const prompt = confirmationOf(modelOf(context, progress.intent))?.PromptSpecification;
  const messages = said.length > 0 || prompt === undefined ? said : messagesOf(prompt, progress);
  return end(progress, { type: 'ConfirmIntent' }, messages);
}

/** Ends the intent, with the bot's closing words when nothing else is said. */
export function close(context: TurnContext, progress: Progress, said: readonly WireMessage[]): TurnEnd {
  const ended: Progress = { ...progress, activeContexts: contextsAfter(context, progress), retries: 0 };
  const setting = modelOf(context, progress.intent).definition.IntentClosingSetting;
  const closing = setting?.IsActive === false ? undefined : setting?.ClosingResponse;
  const speaks = said.length === 0 && closing !== undefined && progress.intent.state !== 'Failed';
  return end(ended, { type: 'Close' }, speaks ? messagesOf(closing, ended) : said);
}

const fulfilled: readonly IntentState[] = ['Fulfilled', 'ReadyForFulfillment'];

/** Only what was done leaves its contexts. */
const contextsAfter = (context: TurnContext, { intent, activeContexts: contexts }: Progress) =>
  fulfilled.includes(intent.state)
    ? withOutputContexts(modelOf(context, intent), intent, { contexts, now: context.circumstances.now })
    : contexts;
