import type { LexResult } from '@atlas-engine/flow-interpreter';
import type { BotAnswer } from './stage.ts';

/** What a bot left behind, as flows read it. */
export const resultOf = ({ intent, sessionAttributes }: BotAnswer): LexResult => ({
  IntentName: intent.name,
  DialogState: intent.state,
  Slots: intent.slots,
  SessionAttributes: sessionAttributes,
  IntentConfidence: { Score: String(intent.confidence ?? '') },
});
