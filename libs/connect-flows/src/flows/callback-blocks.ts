import { askPhoneNumber, createCallback, menu, say, setCallbackNumber } from '../blocks/index.ts';

/** Where a customer goes on who has been offered a callback. */
export interface AfterCallbackOffer<Accepted extends string, Declined extends string> {
  readonly accepted: Accepted;
  readonly declined: Declined;
}

/**
 * Blocks that offer a callback: to the number that the customer calls from, or to another that is keyed in. The target
 * queue has to be known.
 */
export const offerCallback = <const Accepted extends string, const Declined extends string>({
  accepted,
  declined,
}: AfterCallbackOffer<Accepted, Declined>) => ({
  'Offer the callback': menu<'Take the number of the call' | 'Ask for the number' | Declined>(
    {
      text: 'To be called back on the number that you are calling from, press 1. To be called back on another number, press 2.',
      seconds: 8,
    },
    {
      keys: { '1': 'Take the number of the call', '2': 'Ask for the number' },
      otherwise: declined,
      timedOut: declined,
      failed: declined,
    },
  ),
  'Take the number of the call': setCallbackNumber('$.CustomerEndpoint.Address', {
    next: 'Create the callback',
    invalid: 'Ask for the number',
    notDialable: 'Ask for the number',
  }),
  'Ask for the number': askPhoneNumber<'Take the number entered' | 'Say that it cannot be called' | Declined>(
    { text: 'Please enter the number with its country code, and end with the hash key.', seconds: 10 },
    { next: 'Take the number entered', invalid: 'Say that it cannot be called', failed: declined },
  ),
  'Take the number entered': setCallbackNumber('$.StoredCustomerInput', {
    next: 'Create the callback',
    invalid: 'Say that it cannot be called',
    notDialable: 'Say that it cannot be called',
  }),
  'Say that it cannot be called': say('I am sorry, we cannot call this number.', {
    next: declined,
    failed: declined,
  }),
  'Create the callback': createCallback(
    { delaySeconds: 60, attempts: 2, betweenSeconds: 600 },
    { next: 'Confirm the callback', failed: 'Say that it did not work' },
  ),
  'Say that it did not work': say('I am sorry, the callback could not be arranged.', {
    next: declined,
    failed: declined,
  }),
  'Confirm the callback': say('Thank you. We will call you back.', { next: accepted, failed: accepted }),
});
