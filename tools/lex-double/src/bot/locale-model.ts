import { builtInSlotTypes } from '../slots/built-in-slot-types.ts';
import { customSlotType } from '../slots/custom-slot-type.ts';
import type { SlotType } from '../slots/slot-type.ts';
import { compileSample, type Sample } from '../understanding/sample.ts';
import type { BotIntent, BotLocale, BotSlot } from './bot-schema.ts';
import { LexDefinitionError } from './lex-definition-error.ts';

/** A slot, ready to be asked for and filled. */
export interface SlotModel {
  readonly name: string;
  readonly type: SlotType;
  readonly definition: BotSlot['ValueElicitationSetting'];
}

/** An intent, ready to be understood and carried through. */
export interface IntentModel {
  readonly name: string;
  readonly definition: BotIntent;
  readonly samples: readonly Sample[];
  /** In the order in which they are asked for. */
  readonly slots: readonly SlotModel[];
}

/** A locale of a bot. */
export interface LocaleModel {
  readonly localeId: string;
  /** Below this confidence the fallback intent takes the turn. */
  readonly threshold: number;
  readonly intents: ReadonlyMap<string, IntentModel>;
  readonly fallback: IntentModel;
}

type SlotTypes = ReadonlyMap<string, SlotType>;

/** Lex adds this intent to every locale. */
const ownFallback: BotIntent = { Name: 'FallbackIntent', ParentIntentSignature: 'AMAZON.FallbackIntent' };

/** @throws LexDefinitionError for a slot type, slot or priority that does not exist. */
export function buildLocale(locale: BotLocale): LocaleModel {
  const custom = (locale.SlotTypes ?? []).map((type) => [type.Name, customSlotType(type)] as const);
  const types: SlotTypes = new Map([...builtInSlotTypes, ...custom]);
  const models = locale.Intents.map((intent) => buildIntent(intent, types));
  const fallback =
    models.find(({ definition }) => definition.ParentIntentSignature !== undefined) ??
    buildIntent(ownFallback, types);
  const intents = new Map([...models, fallback].map((intent) => [intent.name, intent]));
  return { localeId: locale.LocaleId, threshold: locale.NluConfidenceThreshold, intents, fallback };
}

function buildIntent(definition: BotIntent, types: SlotTypes): IntentModel {
  const slots = inOrder(definition).map((slot) => buildSlot(definition.Name, slot, types));
  const samples = (definition.SampleUtterances ?? []).map(({ Utterance }) =>
    compileSample(Utterance, (name) => slotNamed(definition.Name, slots, name)),
  );
  return { name: definition.Name, definition, samples, slots };
}

function inOrder({ Name, Slots = [], SlotPriorities = [] }: BotIntent): readonly BotSlot[] {
  const priorities = new Map(SlotPriorities.map(({ SlotName, Priority }) => [SlotName, Priority]));
  for (const name of priorities.keys()) {
    if (!Slots.some((slot) => slot.Name === name))
      throw new LexDefinitionError(`${Name}.SlotPriorities: there is no slot ${name}`);
  }
  const priorityOf = ({ Name: slot }: BotSlot) => priorities.get(slot) ?? Infinity;
  return [...Slots].sort((a, b) => priorityOf(a) - priorityOf(b));
}

function buildSlot(intent: string, slot: BotSlot, types: SlotTypes): SlotModel {
  const { Name, SlotTypeName, ValueElicitationSetting: definition } = slot;
  const type = types.get(SlotTypeName);
  if (type === undefined) {
    throw new LexDefinitionError(
      `${intent}.${Name}.SlotTypeName: the local double does not support ${SlotTypeName}; it has ${[...types.keys()].join(', ')}`,
    );
  }
  if (definition.SlotConstraint === 'Required' && definition.PromptSpecification === undefined)
    throw new LexDefinitionError(`${intent}.${Name}: a required slot needs a PromptSpecification`);
  return { name: Name, type, definition };
}

function slotNamed(intent: string, slots: readonly SlotModel[], name: string): SlotModel {
  const slot = slots.find((candidate) => candidate.name === name);
  if (slot === undefined)
    throw new LexDefinitionError(`${intent}.SampleUtterances: there is no slot {${name}}`);
  return slot;
}
