/**
 * What Lex V2 takes. Characters of one message and of a card, cards' buttons: API reference of the runtime
 * (`Message`, `ImageResponseCard`). Text of a whole response and headers: "Quotas" of the developer guide. The size
 * of a function's answer is published for V1 only; it is held here too.
 */
export const lexLimits = {
  /** Characters of what a person says in one turn. */
  utterance: 1024,
  message: 1024,
  messages: 5,
  /** Characters of all messages together. */
  responseText: 4000,
  cardText: 250,
  cardButtons: 5,
  buttonText: 50,
  /** UTF-8 bytes of the JSON of all session attributes. */
  sessionAttributesBytes: 12_288,
  /** UTF-8 bytes of the JSON of a function's answer. */
  responseBytes: 25_600,
} as const;
