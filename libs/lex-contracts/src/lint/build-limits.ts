/**
 * What Lex V2 builds. Sources: "Quotas" of the developer guide (counts, utterances), API reference of the models
 * (`CreateBot`, `Message`, `ImageResponseCard`, `OutputContext`). The last two are ours.
 */
export const buildLimits = {
  idleSessionSeconds: { from: 60, to: 86_400 },
  description: 200,
  intents: 1000,
  slotTypes: 250,
  slotsPerIntent: 100,
  utterancesPerIntent: 1500,
  utterance: 500,
  valuesPerSlotType: 10_000,
  slotValue: 140,
  retries: 5,
  message: 1000,
  card: 250,
  button: 50,
  buttons: 5,
  inputContexts: 5,
  outputContexts: 10,
  contextSeconds: { from: 5, to: 86_400 },
  contextTurns: { from: 1, to: 20 },
  /** One SMS in the GSM alphabet. Source: 3GPP TS 23.038. */
  smsCharacters: 160,
  /** More is not kept in mind when it is heard. */
  spokenWords: 30,
} as const;
