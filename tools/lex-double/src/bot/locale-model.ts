import { builtInSlotTypesOf } from '../slots/built-in-slot-types.ts';
import { customSlotType } from '../slots/custom-slot-type.ts';
import type { SlotType } from '../slots/slot-type.ts';
import { languageOf } from '../languages/language-of.ts';
import type { Language } from '../languages/language.ts';
import { createVocabulary, type Likeness } from '../understanding/vocabulary.ts';
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
  readonly language: Language;
  readonly likeness: Likeness;
  /** Below this confidence the fallback intent takes the turn. */
  readonly threshold: number;
  readonly intents: ReadonlyMap<string, IntentModel>;
  readonly fallback: IntentModel;
}

/** What the intents of a locale are built with. */
interface Parts {
  readonly types: ReadonlyMap<string, SlotType>;
  readonly language: Language;
}

/** Lex adds this intent to every locale. */
const ownFallback: BotIntent = { Name: 'FallbackIntent', ParentIntentSignature: 'AMAZON.FallbackIntent' };

/** @throws LexDefinitionError for a slot type, slot or priority that does not exist. */
export function buildLocale(locale: BotLocale): LocaleModel {
  const custom = (locale.SlotTypes ?? []).map((type) => [type.Name, customSlotType(type)] as const);
  const language = languageOf(locale.LocaleId);
  const types = new Map([...builtInSlotTypesOf(locale.LocaleId), ...custom]);
  const parts: Parts = { types, language };
  const models = locale.Intents.map((intent) => buildIntent(intent, parts));
  const fallback =
    models.find(({ definition }) => definition.ParentIntentSignature !== undefined) ??
    buildIntent(ownFallback, parts);
  const intents = new Map([...models, fallback].map((intent) => [intent.name, intent]));
  return {
    localeId: locale.LocaleId,
    language,
    likeness: createVocabulary(language, [...intents.values()]),
    threshold: locale.NluConfidenceThreshold,
    intents,
    fallback,
  };
}

function buildIntent(definition: BotIntent, { types, language }: Parts): IntentModel {
  const slots = inOrder(definition).map((slot) => buildSlot(definition.Name, slot, types));
  const samples = (definition.SampleUtterances ?? []).map(({ Utterance }) =>
    compileSample(Utterance, {
      language,
      slotOf: (name) => slotNamed(definition.Name, slots, name),
    }),
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

function buildSlot(intent: string, slot: BotSlot, types: Parts['types']): SlotModel {
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
