import type { IntentModel } from '../bot/locale-model.ts';
import type { FilledSlots } from '../understanding/sample.ts';
import { type WireIntent, type WireSlot, wireSlot } from './session.ts';

/** An intent at its start, with what was said of its slots. */
export const newIntent = (model: IntentModel, filled: FilledSlots = {}): WireIntent =>
  withSlots(
    {
      name: model.name,
      slots: Object.fromEntries(model.slots.map(({ name }): [string, WireSlot] => [name, null])),
      state: 'InProgress',
      confirmationState: 'None',
    },
    filled,
  );

/** The intent with further slots filled. */
export const withSlots = (intent: WireIntent, filled: FilledSlots): WireIntent => ({
  ...intent,
  slots: {
    ...intent.slots,
    ...Object.fromEntries(Object.entries(filled).map(([name, value]) => [name, wireSlot(value)])),
  },
});
