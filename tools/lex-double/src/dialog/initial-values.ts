import type { IntentModel, SlotModel } from '../bot/locale-model.ts';
import { plainValue, type SlotValue } from '../slots/slot-type.ts';
import type { FilledSlots } from '../understanding/sample.ts';
import type { ActiveContext } from './session.ts';

/** What slots may be filled from when an intent begins. */
export interface Sources {
  readonly sessionAttributes: Readonly<Record<string, string>>;
  readonly activeContexts: readonly ActiveContext[];
}

/** `#context.Slot`, `[sessionAttribute]`, or a value as it stands. Source: developer guide, "Using default slot values". */
function valueFrom(source: string, { sessionAttributes, activeContexts }: Sources): string | undefined {
  const [, name, attribute = ''] = /^#([^.]+)\.(.+)$/.exec(source) ?? [];
  if (name !== undefined)
    return activeContexts.find((context) => context.name === name)?.contextAttributes[attribute];
  const [, session] = /^\[(.+)\]$/.exec(source) ?? [];
  return session === undefined ? source : sessionAttributes[session];
}

const initialValue = ({ definition }: SlotModel, sources: Sources): SlotValue | undefined => {
  const values = (definition.DefaultValueSpecification?.DefaultValueList ?? [])
    .map(({ DefaultValue }) => valueFrom(DefaultValue, sources))
    .filter((value) => value !== undefined && value !== '');
  return values[0] === undefined ? undefined : plainValue(values[0]);
};

/** What an intent knows at its start: what was said, else the first default value that there is. */
export const withInitialValues = (model: IntentModel, said: FilledSlots, sources: Sources): FilledSlots => ({
  ...Object.fromEntries(
    model.slots.flatMap((slot) => {
      const value = initialValue(slot, sources);
      return value === undefined ? [] : [[slot.name, value]];
    }),
  ),
  ...said,
});
