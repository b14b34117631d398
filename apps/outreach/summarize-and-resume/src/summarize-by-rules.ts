import {
  asksNotToBeCalled,
  soundsLikeVoicemail,
  type CallSummary,
  type Disposition,
  type SummaryDraft,
  type Turn,
} from '@atlas-engine/domain';
import type { SummaryMaterial } from './summarize-turns.ts';
import type { Conversation } from './transcript-turns.ts';

/** Names the rules where a summary would name its prompt: no model was asked. */
export const rulesVersion = 'rules-v1';

/**
 * What needs no model: nobody spoke, a machine answered, or the recording does not tell the two sides apart. Undefined
 * for a conversation. Who asks not to be called is never taken for a machine.
 */
export function summarizeByRules(material: SummaryMaterial): CallSummary | undefined {
  const draft = draftByRules(material);
  return draft === undefined
    ? undefined
    : { ...draft, source: 'RULES', promptVersion: rulesVersion, ungrounded: [] };
}

function draftByRules(material: SummaryMaterial): SummaryDraft | undefined {
  const { turns, sidesKnown, customerHungUp } = material;
  const silence = wishForSilenceIn(material);
  if (!sidesKnown) return silence ? silenceWanted : sidesUnknown;
  if (silence) return undefined;
  if (soundsLikeVoicemail(turns)) return draftOf('VOICEMAIL', 'A machine answered the call.');
  if (turns.some(isCustomer)) return undefined;
  return customerHungUp
    ? draftOf('HUNG_UP', 'The person ended the call without saying anything.')
    : draftOf('UNKNOWN', 'Nobody said anything.');
}

function draftOf(disposition: Disposition, summary: string): SummaryDraft {
  return {
    disposition,
    sentiment: 'NEUTRAL',
    interestLevel: 'NONE',
    summary,
    objections: [],
    nextStep: '',
    followUpAt: null,
    doNotCallRequested: disposition === 'DO_NOT_CALL',
    evidence: [],
  };
}

/** What is recorded when the model gives nothing. */
export const draftWithoutModel = draftOf(
  'UNKNOWN',
  'The conversation could not be summarised; the transcript is stored.',
);

/**
 * Whether the customer asks not to be called, or somebody does when it cannot be told who. A wish counts although we
 * talked into it.
 */
export function wishForSilenceIn({ turns, sidesKnown }: Conversation): boolean {
  const heard = sidesKnown ? turns.filter(isCustomer) : turns.map(asCustomer);
  const inOne: Turn = { speaker: 'CUSTOMER', text: heard.map(({ text }) => text).join(' '), from: 0, to: 0 };
  return asksNotToBeCalled([...heard, inOne]);
}

const isCustomer = ({ speaker }: Turn): boolean => speaker === 'CUSTOMER';
const asCustomer = (turn: Turn): Turn => ({ ...turn, speaker: 'CUSTOMER' });

export const silenceWanted = draftOf('DO_NOT_CALL', 'The person asked not to be called again.');
const sidesUnknown = draftOf('UNKNOWN', 'The recording does not tell who spoke; the transcript is stored.');
