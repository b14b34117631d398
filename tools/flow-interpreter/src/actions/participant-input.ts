import * as z from 'zod';
import { defineAction, failed, failedBy, numeric, type Outcome, type Turn } from '../action.ts';
import type { FlowEvent } from '../ask.ts';
import { atMostOneMessage, messageOf, messageShape, oneMessageOnly } from './message-parameters.ts';

const validation = z.union([
  z.strictObject({ CustomValidation: z.strictObject({ MaximumLength: numeric }) }),
  z.strictObject({
    PhoneNumberValidation: z.strictObject({
      NumberFormat: z.enum(['Local', 'E164']),
      CountryCode: z.string().optional(),
    }),
  }),
]);

const parameters = z
  .strictObject({
    ...messageShape,
    InputTimeLimitSeconds: numeric,
    StoreInput: z.enum(['True', 'False']).optional(),
    InputValidation: validation.optional(),
    DTMFConfiguration: z
      .strictObject({
        InputTerminationSequence: z.string().optional(),
        DisableCancelKey: z.string().optional(),
        InterdigitTimeLimitSeconds: numeric.optional(),
      })
      .optional(),
  })
  .refine(atMostOneMessage, oneMessageOnly)
  .refine(
    ({ StoreInput, InputValidation }) => (StoreInput === 'True') === (InputValidation !== undefined),
    'InputValidation belongs to StoreInput "True", which needs it',
  );

type Parameters = z.infer<typeof parameters>;

/** Longest number that E.164 knows, with its `+`. */
const longestNumber = 16;

/** A menu by keys, or digits to keep: `StoreInput` says which. There is no input by keys in a chat. */
export const getParticipantInput = defineAction({
  parameters,
  start(turn) {
    if (turn.run.contact.channel !== 'VOICE') return failed();
    const { parameters: given, text } = turn;
    return {
      ask: {
        kind: 'digits',
        message: messageOf(given, text),
        maximumLength: maximumLength(turn),
        firstDigitWithin: Number(text(given.InputTimeLimitSeconds)),
        nextDigitWithin: Number(given.DTMFConfiguration?.InterdigitTimeLimitSeconds ?? 5),
        ...(given.StoreInput === 'True' ? keysOf(given) : { terminator: '', cancelKey: false }),
      },
    };
  },
  resume: (turn, event) => (turn.parameters.StoreInput === 'True' ? store(turn, event) : choose(event)),
});

const keysOf = ({ DTMFConfiguration: keys = {} }: Parameters) => ({
  terminator: keys.InputTerminationSequence ?? '#',
  cancelKey: keys.DisableCancelKey?.toLowerCase() !== 'true',
});

function maximumLength({ parameters: { InputValidation }, text }: Turn<Parameters>): number {
  if (InputValidation === undefined) return 1;
  if ('PhoneNumberValidation' in InputValidation) return longestNumber;
  return Number(text(InputValidation.CustomValidation.MaximumLength));
}

function choose(event: FlowEvent): Outcome {
  if (event.kind === 'digits') return { branch: { value: event.digits } };
  return event.kind === 'no-input' ? failed('InputTimeLimitExceeded') : failedBy(event);
}

/** Silence is kept as the value `Timeout`: it is no error. Source: Connect developer guide, GetParticipantInput. */
function store({ parameters: { InputValidation }, run }: Turn<Parameters>, event: FlowEvent): Outcome {
  if (event.kind === 'no-input') return { branch: 'next', run: { ...run, storedInput: 'Timeout' } };
  if (event.kind !== 'digits') return failedBy(event);
  if (InputValidation !== undefined && 'PhoneNumberValidation' in InputValidation) {
    const number = phoneNumber(event.digits, InputValidation.PhoneNumberValidation);
    if (number === undefined) return failed('InvalidPhoneNumber');
    return { branch: 'next', run: { ...run, storedInput: number } };
  }
  return { branch: 'next', run: { ...run, storedInput: event.digits } };
}

function phoneNumber(
  digits: string,
  { NumberFormat, CountryCode = '' }: { NumberFormat: 'Local' | 'E164'; CountryCode?: string | undefined },
): string | undefined {
  const plain = digits.replace(/^\+/, '');
  const number = NumberFormat === 'E164' ? `+${plain}` : `+${CountryCode.replace(/^\+/, '')}${plain}`;
  return /^\+[1-9]\d{6,14}$/.test(number) ? number : undefined;
}
