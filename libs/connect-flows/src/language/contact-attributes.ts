/** What the calls of leads carry, as `contactAttributesOf` in the domain writes it. */
const ofCalls = [
  'callId',
  'requestId',
  'sequence',
  'locale',
  'greeting',
  'closing',
  'voicemailMessage',
] as const;
/** Lists of the domain, numbered from 1. */
const numbered = ['talkingPoint', 'question', 'objection', 'objectionAnswer'] as const;
/** What flows keep on a contact for each other. */
const ofFlows = ['answeredBy', 'optedOut', 'department', 'callbackNumber', 'callbackReason'] as const;

/** What chats carry that a conversation with the bot was handed over to, beside the language and the request. */
const ofChats = ['handOff', 'conversation'] as const;

/** Every attribute of a contact that a flow may refer to. */
export const contactAttributes = [...ofCalls, ...ofChats, ...ofFlows] as const;
export type ContactAttributeName =
  (typeof contactAttributes)[number] | `${(typeof numbered)[number]}${number}`;

/** Whether contacts carry an attribute of this name. */
export const isContactAttribute = (name: string): name is ContactAttributeName =>
  contactAttributes.some((each) => each === name) ||
  numbered.some((each) => name.startsWith(each) && /^[1-9]\d*$/.test(name.slice(each.length)));
