import { asksNotToBeCalled } from '@atlas-engine/domain';

/** What a remark in a call of ours asks for, beyond going on. */
export type Wish = 'STOP_CALLING' | 'WRONG_NUMBER' | 'NOT_INTERESTED' | 'ANOTHER_TIME';

/** In order: a wish for silence is heard before all others. */
const patterns: readonly (readonly [Wish, RegExp])[] = [
  [
    'WRONG_NUMBER',
    /\b(?:wrong (?:number|person)|nobody (?:of|by) that name|no one (?:here )?(?:of|by) that name)\b/,
  ],
  [
    'NOT_INTERESTED',
    /\b(?:not interested|no interest|not for (?:us|me)|no,? thank(?:s| you)|don't (?:want|need) (?:it|that|this))\b/,
  ],
  [
    'ANOTHER_TIME',
    /\b(?:call (?:me |us )?(?:back|again|later|tomorrow|another time)|(?:not|bad) (?:a good )?time|busy|in a meeting|driving|no time)\b/,
  ],
];

/** The wish in what the customer said, by rules: the summary of the call looks more closely. */
export function wishIn(said: string): Wish | undefined {
  if (asksNotToBeCalled([{ speaker: 'CUSTOMER', text: said, from: 0, to: 0 }])) return 'STOP_CALLING';
  const plain = said.replaceAll('’', "'").toLowerCase();
  return patterns.find(([, pattern]) => pattern.test(plain))?.[0];
}
