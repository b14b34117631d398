import * as z from 'zod';
import { defineAction, failed, goOn, numeric } from '../action.ts';
import { exactlyOneMessage, messageOf, messageShape, oneMessageOnly } from './message-parameters.ts';

/** Longest text of one prompt, in characters. Source: Connect developer guide, MessageParticipant. */
const longestText = 6000;

export const messageParticipant = defineAction({
  parameters: z
    .strictObject({ ...messageShape, SkipWhenDTMFBufferEnabled: z.string().optional() })
    .refine(exactlyOneMessage, oneMessageOnly),
  start({ parameters, run, text }) {
    const message = messageOf(parameters, text);
    if (message === undefined) return failed();
    const spoken = message.kind === 'text' ? message.text : message.kind === 'ssml' ? message.ssml : '';
    // Recorded prompts and SSML need a voice; a text that has run out of bounds is an error, not a cut.
    const unfit = run.contact.channel !== 'VOICE' && message.kind !== 'text';
    if (unfit || spoken.length > longestText) return failed();
    return { ask: { kind: 'play', message } };
  },
});

export const messageParticipantIteratively = defineAction({
  parameters: z.strictObject({
    Messages: z.array(z.strictObject(messageShape).refine(exactlyOneMessage, oneMessageOnly)).min(1),
    InterruptFrequencySeconds: numeric.optional(),
    ContinueMessagingDuringInterrupt: z.string().optional(),
  }),
  start({ parameters: { Messages, InterruptFrequencySeconds }, text }) {
    const messages = Messages.flatMap((message) => messageOf(message, text) ?? []);
    if (InterruptFrequencySeconds === undefined) return { ask: { kind: 'play-on', messages } };
    const interruptAfter = Number(text(InterruptFrequencySeconds));
    return interruptAfter > 0 ? { ask: { kind: 'play-on', messages, interruptAfter } } : failed();
  },
  resume: (_, event) =>
    event.kind === 'interrupted' ? { branch: { value: 'MessagesInterrupted' } } : goOn(event),
});
