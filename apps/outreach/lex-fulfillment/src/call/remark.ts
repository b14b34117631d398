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

/** The same in Spanish, as it is spoken in the United States. Accents may be missing. */
const spanishPatterns: typeof patterns = [
  [
    'WRONG_NUMBER',
    /(?:n[uú]mero|persona) equivocad[oa]|aqu[ií] no hay nadie|nadie con ese nombre|no es (?:el|mi) n[uú]mero/,
  ],
  [
    'NOT_INTERESTED',
    /no (?:me|nos) interesa|no estoy interesad[oa]|no es para (?:m[ií]|nosotros)|no,? gracias|no lo (?:quiero|necesito)/,
  ],
  [
    'ANOTHER_TIME',
    /ll[aá]me(?:n)?me (?:m[aá]s tarde|luego|ma[ñn]ana|en otro momento|otra vez)|llamarme (?:m[aá]s tarde|luego|ma[ñn]ana|otra vez)|no es (?:un )?buen momento|estoy (?:ocupad[oa]|manejando|conduciendo)|en una reuni[oó]n|no tengo tiempo/,
  ],
];

/** The wish in what the customer said, by rules: the summary of the call looks more closely. */
export function wishIn(said: string): Wish | undefined {
  if (asksNotToBeCalled([{ speaker: 'CUSTOMER', text: said, from: 0, to: 0 }])) return 'STOP_CALLING';
  const plain = said.replaceAll('’', "'").toLowerCase();
  return [...patterns, ...spanishPatterns].find(([, pattern]) => pattern.test(plain))?.[0];
}
