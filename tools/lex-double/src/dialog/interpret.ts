import type { IntentModel, LocaleModel, SlotModel } from '../bot/locale-model.ts';
import { confirmationSlotType } from '../slots/confirmation-slot-type.ts';
import type { Circumstances } from '../slots/slot-type.ts';
import type { FilledSlots } from '../understanding/sample.ts';
import { understand, type Understanding, valuesIn } from '../understanding/understand.ts';
import { type Sources, withInitialValues } from './initial-values.ts';
import { newIntent, withSlots } from './new-intent.ts';
import type { DialogAction, Session, WireIntent } from './session.ts';

/** What a turn is about. */
export interface Interpreted {
  readonly intent: WireIntent;
  /** How often the question that stands was not answered, this turn included; 0 for progress. */
  readonly retries: number;
  /** 0 to 1. */
  readonly confidence: number;
  readonly others: readonly Understanding[];
}

interface Heard {
  readonly text: string;
  readonly circumstances: Circumstances;
  readonly locale: LocaleModel;
  readonly understandings: readonly Understanding[];
  readonly sources: Sources;
}

/** So sure that another intent takes a turn that any words would answer. */
const sureOfAnother = 0.6;

/** Finds out what an utterance means in the course of a conversation. */
export function interpret(
  locale: LocaleModel,
  { text, circumstances }: { readonly text: string; readonly circumstances: Circumstances },
  session: Session,
): Interpreted {
  const sources = session.sessionState;
  const understandings = understand(locale, text, circumstances).filter(({ intent }) =>
    isPossible(intent, sources),
  );
  const heard: Heard = { text, circumstances, locale, understandings, sources };
  const standing = standingOf(locale, session);
  if (standing === undefined) return start(heard);
  if (text.trim() === '') return notAnswered(heard, standing, retriesOf(standing));
  return standing.slot === undefined
    ? answerConfirmation(heard, standing)
    : answerSlot(heard, standing, standing.slot);
}

/** Whether everything is active that an intent must have been preceded by. */
const isPossible = ({ definition }: IntentModel, { activeContexts }: Sources): boolean =>
  (definition.InputContexts ?? []).every(({ Name }) => activeContexts.some(({ name }) => name === Name));

/** The question that waits for an answer, if one does. */
function standingOf({ intents }: LocaleModel, { sessionState, retries }: Session): Standing | undefined {
  const { dialogAction, intent } = sessionState;
  const model = intents.get(intent?.name ?? '');
  if (intent === undefined || model === undefined || dialogAction === undefined) return undefined;
  if (dialogAction.type === 'ConfirmIntent') return { intent, model, retries };
  const slot = slotAskedFor(model, dialogAction);
  return slot === undefined ? undefined : { intent, model, retries, slot };
}

const slotAskedFor = ({ slots }: IntentModel, action: DialogAction): SlotModel | undefined =>
  action.type === 'ElicitSlot' ? slots.find(({ name }) => name === action.slotToElicit) : undefined;

interface Standing {
  readonly intent: WireIntent;
  readonly model: IntentModel;
  readonly retries: number;
  /** The slot asked for; absent when a confirmation is. */
  readonly slot?: SlotModel;
}

/** The likeliest intent, if it is likely enough. */
function start({ locale, understandings, sources }: Heard): Interpreted {
  const [best, ...others] = understandings.filter(({ confidence }) => confidence >= locale.threshold);
  const intent =
    best === undefined
      ? newIntent(locale.fallback)
      : newIntent(best.intent, withInitialValues(best.intent, best.slots, sources));
  return { intent, retries: 0, confidence: best?.confidence ?? 0, others };
}

const progress = (intent: WireIntent, { understandings }: Heard): Interpreted => ({
  intent,
  retries: 0,
  confidence: 1,
  others: understandings.filter((understanding) => understanding.intent.name !== intent.name),
});

/** The same words as another intent's sample, or nearly so. */
const isAnother = (heard: Heard, { model }: Standing, confidence: number): boolean => {
  const best = heard.understandings[0];
  return best !== undefined && best.intent !== model && best.confidence >= confidence;
};

function answerSlot(heard: Heard, standing: Standing, slot: SlotModel): Interpreted {
  const { intent } = standing;
  const whole = saidInWhole(heard, standing);
  if (whole !== undefined) return progress(withSlots(intent, whole), heard);
  if (isAnother(heard, standing, hasForm(heard, slot) ? 1 : sureOfAnother)) return start(heard);
  const filled = valuesFor(heard, standing, slot);
  if (Object.keys(filled).length > 0) return progress(withSlots(intent, filled), heard);
  return notAnswered(heard, standing, retriesOf(standing));
}

/** The slots of an answer that is one of the intent's own sample utterances. */
function saidInWhole({ understandings }: Heard, { model }: Standing): FilledSlots | undefined {
  const own = understandings.find(({ intent, confidence }) => intent === model && confidence === 1);
  return own === undefined || Object.keys(own.slots).length === 0 ? undefined : own.slots;
}

/** Whether the text has a value of the slot that is told by its form, and not just any words. */
const hasForm = ({ text, circumstances }: Heard, { type }: SlotModel): boolean =>
  (type.find?.(text, circumstances) ?? []).length > 0;

/** The value asked for, and what else stands in the answer for slots that are empty. */
function valuesFor(
  { text, circumstances }: Heard,
  { intent, model }: Standing,
  slot: SlotModel,
): FilledSlots {
  const empty = model.slots.filter(({ name }) => name !== slot.name && intent.slots[name] == null);
  const { slots: besides } = valuesIn({ ...model, slots: [slot, ...empty] }, text, circumstances);
  const value = besides[slot.name] ?? slot.type.read(text, circumstances);
  return value === undefined ? besides : { ...besides, [slot.name]: value };
}

function answerConfirmation(heard: Heard, standing: Standing): Interpreted {
  const { intent, model } = standing;
  const answer = confirmationSlotType.read(heard.text, heard.circumstances)?.interpretedValue;
  if (answer === 'Yes') return progress({ ...intent, confirmationState: 'Confirmed' }, heard);
  if (answer === 'No') return progress({ ...intent, confirmationState: 'Denied' }, heard);
  if (isAnother(heard, standing, sureOfAnother)) return start(heard);
  const { slots } = valuesIn(model, heard.text, heard.circumstances);
  if (Object.keys(slots).length > 0) return progress(withSlots(intent, slots), heard);
  return notAnswered(heard, standing, retriesOf(standing));
}

/** How often the question that stands is put again. */
const retriesOf = ({ slot, model }: Standing): number | undefined =>
  (slot === undefined
    ? model.definition.IntentConfirmationSetting?.PromptSpecification
    : slot.definition.PromptSpecification
  )?.MaxRetries;

/** Another intent after all, or the same question again, or, after the prompt's retries, the fallback intent. */
function notAnswered(heard: Heard, standing: Standing, maxRetries = 0): Interpreted {
  const { locale } = heard;
  if (isAnother(heard, standing, locale.threshold)) return start(heard);
  const retries = standing.retries + 1;
  return retries > maxRetries
    ? progress(newIntent(locale.fallback), heard)
    : { ...progress(standing.intent, heard), retries };
}
