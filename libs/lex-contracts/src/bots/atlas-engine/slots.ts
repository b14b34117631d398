import type { SlotDefinition } from '../../bot/bot-definition.ts';

/** The slots that intents of AtlasEngineBot share, so that one fact has one name everywhere. */
export const slots = {
  FirstName: {
    description: 'First name of the person to be called',
    type: 'AMAZON.FirstName',
    required: true,
    prompts: ['What is your first name?', 'May I have your first name?'],
    personal: true,
  },
  LastName: {
    description: 'Last name of the person to be called',
    type: 'AMAZON.LastName',
    required: true,
    prompts: ['And your last name?', 'What is your last name?'],
    personal: true,
  },
  PhoneNumber: {
    description: 'The number of the call, with its country code when it is a foreign one',
    type: 'AMAZON.PhoneNumber',
    required: true,
    prompts: ['Which phone number is it?', 'Please give me the phone number, with the area code.'],
    personal: true,
  },
  Interest: {
    description: 'What the call is to be about',
    type: 'AtlasInterest',
    required: true,
    prompts: ['What would you like to talk about?', 'What is the call about?'],
  },
  PreferredDate: {
    description: 'The day on which the person would like to be called',
    type: 'AMAZON.Date',
    required: true,
    prompts: ['On which day should we call?', 'Which day suits you?'],
  },
  PreferredTime: {
    description: 'The time of day at which the person would like to be called, where they are',
    type: 'AMAZON.Time',
    required: true,
    prompts: ['At what time should we call?', 'Which time of the day suits you?'],
  },
  Consent: {
    description: 'Permission to be called by an automated system about the interest given',
    type: 'AMAZON.Confirmation',
    required: true,
    prompts: [
      'Do you agree to be called by our automated system at this number about this? The call is recorded.',
      'We need your permission for an automated, recorded call to this number. Do you agree?',
    ],
  },
} as const satisfies Readonly<Record<string, SlotDefinition>>;
