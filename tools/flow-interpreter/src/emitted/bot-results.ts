import { parseReference } from '@atlas-engine/connect-flows';
import { type BotDefinition, bots } from '@atlas-engine/lex-contracts';
import type { LexResult } from '../run.ts';

type Intent = BotDefinition['intents'][string];

/** Everything that a bot of the contact centre can leave behind: each intent, with each value of each of its slots. */
export function botResults(reference: string): readonly LexResult[] {
  const name = parseReference(reference)?.name ?? '';
  const bot: BotDefinition | undefined = (bots as Readonly<Record<string, BotDefinition>>)[name];
  return Object.entries(bot?.intents ?? {}).flatMap(([intent, definition]) =>
    [{}, ...slotValues(definition, bot?.slotTypes ?? {})].map((slots) => resultOf(intent, slots)),
  );
}

const slotValues = (
  { slots }: Intent,
  types: BotDefinition['slotTypes'],
): readonly Readonly<Record<string, string>>[] =>
  Object.entries(slots).flatMap(([slot, { type }]) =>
    (types[type]?.values ?? []).map(({ value }) => ({ [slot]: value })),
  );

const resultOf = (IntentName: string, Slots: Readonly<Record<string, string>>): LexResult => ({
  IntentName,
  DialogState: 'Fulfilled',
  Slots,
  SessionAttributes: {},
  IntentConfidence: { Score: '1' },
});
