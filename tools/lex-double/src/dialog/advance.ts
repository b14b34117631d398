import type { CodeHook, InvocationSource } from './code-hook.ts';
import type { HookResponse } from './hook-response.ts';
import { readContext } from './contexts.ts';
import { newIntent } from './new-intent.ts';
import { actionOf, confirmationOf, nextStep } from './next-step.ts';
import { modelOf, type Progress, type TurnEnd } from './progress.ts';
import { messagesOf } from './prompts.ts';
import type { WireIntent } from './session.ts';
import type { TurnContext } from './turn-context.ts';
import { close, confirm, elicit, end } from './turn-ends.ts';

/** Leads a conversation on until the customer has the word again. */
export function createAdvance(codeHook: CodeHook) {
  /** Asks the dialog hook where the intent has one, then takes the next step. */
  const advance = async (context: TurnContext, progress: Progress): Promise<TurnEnd> => {
    const model = modelOf(context, progress.intent);
    return model.definition.DialogCodeHook?.Enabled === true
      ? askHook(context, progress, 'DialogCodeHook')
      : takeStep(context, progress);
  };

  const askHook = async (
    context: TurnContext,
    progress: Progress,
    source: InvocationSource,
  ): Promise<TurnEnd> => {
    const { intent, sessionAttributes, activeContexts, retries: attempt } = progress;
    const proposed =
      source === 'DialogCodeHook' ? actionOf(nextStep(modelOf(context, intent), intent)) : undefined;
    const response = await codeHook(context, {
      source,
      intent,
      sessionAttributes,
      activeContexts,
      proposed,
      attempt,
    });
    return follow(context, progress, { source, response });
  };

  const follow = async (
    context: TurnContext,
    progress: Progress,
    { source, response }: { readonly source: InvocationSource; readonly response: HookResponse },
  ): Promise<TurnEnd> => {
    const next = progressAfter(context, progress, response);
    const { dialogAction } = response.sessionState;
    const said = response.messages ?? [];
    switch (dialogAction.type) {
      case 'Delegate':
        return delegated(context, { ...next, retries: progress.retries }, source);
      case 'ElicitSlot':
        return elicit(context, next, { slot: dialogAction.slotToElicit, said });
      case 'ConfirmIntent':
        return confirm(context, next, said);
      case 'Close':
        return close(context, next, said);
      case 'ElicitIntent':
        return end(next, { type: 'ElicitIntent' }, said);
    }
  };

  const delegated = async (
    context: TurnContext,
    progress: Progress,
    source: InvocationSource,
  ): Promise<TurnEnd> => {
    const { intent } = progress;
    if (source === 'FulfillmentCodeHook')
      return close(context, { ...progress, intent: { ...intent, state: 'Fulfilled' } }, []);
    return intent.state === 'ReadyForFulfillment' ? fulfil(context, progress) : takeStep(context, progress);
  };

  /** The step that Lex takes by itself. */
  const takeStep = async (context: TurnContext, progress: Progress): Promise<TurnEnd> => {
    const { intent } = progress;
    const model = modelOf(context, intent);
    const step = nextStep(model, intent);
    switch (step.kind) {
      case 'ELICIT':
        return elicit(context, progress, { slot: step.slot.name, said: [] });
      case 'CONFIRM':
        return confirm(context, progress, []);
      case 'DECLINE': {
        const declination = confirmationOf(model)?.DeclinationResponse;
        const failed: Progress = { ...progress, intent: { ...intent, state: 'Failed' } };
        return end(
          failed,
          { type: 'Close' },
          declination === undefined ? [] : messagesOf(declination, { ...failed, retries: 0 }),
        );
      }
      case 'FULFIL':
        return fulfil(context, progress);
    }
  };

  const fulfil = async (context: TurnContext, progress: Progress): Promise<TurnEnd> => {
    const ready: Progress = { ...progress, intent: { ...progress.intent, state: 'ReadyForFulfillment' } };
    return modelOf(context, ready.intent).definition.FulfillmentCodeHook?.Enabled === true
      ? askHook(context, ready, 'FulfillmentCodeHook')
      : close(context, ready, []);
  };

  return { advance, takeStep };
}
export type Advance = ReturnType<typeof createAdvance>;

/** Where the conversation stands after a hook's answer: what it left out of the intent is as before. */
function progressAfter(
  context: TurnContext,
  { intent, activeContexts }: Progress,
  { sessionState }: HookResponse,
): Progress {
  const { sessionAttributes, activeContexts: given } = sessionState;
  const { now } = context.circumstances;
  return {
    intent: completed(context, sessionState.intent ?? intent),
    sessionAttributes,
    activeContexts: given == null ? activeContexts : given.map((each) => readContext(each, now)),
    retries: 0,
  };
}

/** An intent from outside with all its slots, those that were left out as empty ones. */
const completed = (context: TurnContext, intent: WireIntent): WireIntent => ({
  ...intent,
  slots: { ...newIntent(modelOf(context, intent)).slots, ...intent.slots },
});
