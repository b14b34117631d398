import { plainValue, type SlotType } from './slot-type.ts';

const phrases = {
  Yes: 'yes|yeah|yep|yup|sure|ok|okay|of course|certainly|absolutely|definitely|correct|right|i agree|i do|i can agree|that is right|fine|y',
  No: "no|nope|naw|nah|negative|never|no way|i do not|i don't|i do not agree|i don't agree|i disagree|forget it|i'll decline|i decline|rather not|n",
  Maybe: "maybe|perhaps|possibly|it's possible|it is possible|sometimes|i might|could be",
  "Don't know":
    "don't know|dunno|unknown|no idea|not sure|i don't know|i do not know|i am not sure|i'm not sure|who knows",
} as const;

const polite = '(?:,? (?:please|thanks|thank you|i agree|i do|that is fine|sure|of course))?';
const patterns = Object.entries(phrases).map(
  ([value, words]) => [value, new RegExp(`^(?:${words})${polite}$`, 'i')] as const,
);

/** AMAZON.Confirmation: Yes, No, Maybe or Don't know; only for an answer that says nothing else. */
export const confirmationSlotType: SlotType = {
  read: (text) => {
    const plain = text
      .trim()
      .replaceAll('’', "'")
      .replace(/[.!?]+$/, '');
    const found = patterns.find(([, pattern]) => pattern.test(plain));
    return found === undefined ? undefined : plainValue(text.trim(), found[0]);
  },
};
