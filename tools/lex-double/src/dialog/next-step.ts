import type { IntentModel } from '../bot/locale-model.ts';
import type { DialogAction, WireIntent } from './session.ts';

/** What Lex does when it is left to it. */
export type Step =
  | { readonly kind: 'ELICIT'; readonly slot: IntentModel['slots'][number] }
  | { readonly kind: 'CONFIRM' | 'DECLINE' | 'FULFIL' };

/** The confirmation of an intent, when it is asked for. */
export const confirmationOf = ({ definition }: IntentModel) =>
  definition.IntentConfirmationSetting?.IsActive === false ? undefined : definition.IntentConfirmationSetting;

/** The next slot by priority, then the confirmation, then fulfilment. */
export function nextStep(model: IntentModel, { slots, confirmationState }: WireIntent): Step {
  if (confirmationState === 'Denied') return { kind: 'DECLINE' };
  const slot = model.slots.find(
    ({ name, definition }) => definition.SlotConstraint === 'Required' && slots[name] == null,
  );
  if (slot !== undefined) return { kind: 'ELICIT', slot };
  const asks = confirmationOf(model) !== undefined && confirmationState === 'None';
  return { kind: asks ? 'CONFIRM' : 'FULFIL' };
}

/** A step as a code hook is told of it. */
export function actionOf(step: Step): DialogAction | undefined {
  if (step.kind === 'ELICIT') return { type: 'ElicitSlot', slotToElicit: step.slot.name };
  return step.kind === 'CONFIRM' ? { type: 'ConfirmIntent' } : undefined;
}
