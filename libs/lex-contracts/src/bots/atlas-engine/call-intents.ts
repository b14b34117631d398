import type { IntentDefinition } from '../../bot/bot-definition.ts';
import { slots } from './slots.ts';

/** The intents about one's own call. */
export const callIntents = {
  RequestCall: {
    description: 'The person asks to be called',
    utterances: [
      'call me',
      'please call me',
      'I would like a call',
      'can someone call me',
      'I want to be called about {Interest}',
      'call me about {Interest}',
      'call me at {PhoneNumber}',
      'please call {PhoneNumber} about {Interest}',
      'call me {PreferredDate} at {PreferredTime}',
      'my name is {FirstName} {LastName} and I want a call',
      'I am interested in {Interest}',
      'have somebody phone me on {PreferredDate}',
    ],
    localUtterances: {
      en_US: ['give me a call', 'I would like a callback'],
      en_GB: ['ring me', 'could you give me a ring', 'give me a bell'],
    },
    slots: {
      FirstName: slots.FirstName,
      LastName: slots.LastName,
      PhoneNumber: slots.PhoneNumber,
      Interest: slots.Interest,
      PreferredDate: { ...slots.PreferredDate, required: false },
      PreferredTime: { ...slots.PreferredTime, required: false },
      Consent: slots.Consent,
    },
    dialogHook: true,
  },
  CheckRequestStatus: {
    description: 'The person asks what became of their request',
    utterances: [
      'what is the status of my request',
      'when will you call me',
      'have you received my request',
      'check my request',
      'is my call scheduled',
      'status for {PhoneNumber}',
      'when are you calling {PhoneNumber}',
      'what happened to my call',
    ],
    slots: { PhoneNumber: slots.PhoneNumber },
    dialogHook: true,
  },
  RescheduleCall: {
    description: 'The person wants the call at another time',
    utterances: [
      'reschedule my call',
      'I need another time',
      'call me later',
      'not now',
      'this is a bad time',
      'can we move the call to {PreferredDate}',
      'call me back at {PreferredTime}',
      'call me back {PreferredDate} at {PreferredTime}',
      'change my call to {PreferredTime}',
    ],
    slots: {
      PhoneNumber: slots.PhoneNumber,
      PreferredDate: slots.PreferredDate,
      PreferredTime: slots.PreferredTime,
    },
    dialogHook: true,
  },
  OptOut: {
    description: 'The person wants never to be called again',
    utterances: [
      'stop',
      'do not call me',
      'stop calling me',
      'never call me again',
      'unsubscribe',
      'remove me from your list',
      'take my number off your list',
      'put me on the do not call list',
      'do not call {PhoneNumber}',
      'I do not want any calls',
    ],
    slots: { PhoneNumber: slots.PhoneNumber },
    dialogHook: true,
  },
} as const satisfies Readonly<Record<string, IntentDefinition>>;
