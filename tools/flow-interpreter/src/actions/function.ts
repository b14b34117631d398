import * as z from 'zod';
import { defineAction, failed, failedBy, numeric, texts, type Turn } from '../action.ts';
import type { FlowContact } from '../contact.ts';

const parameters = z.strictObject({
  LambdaFunctionARN: z.string(),
  InvocationTimeLimitSeconds: numeric,
  InvocationType: z.enum(['SYNCHRONOUS', 'ASYNCHRONOUS']).optional(),
  LambdaInvocationAttributes: texts.optional(),
  ResponseValidation: z.strictObject({ ResponseType: z.enum(['STRING_MAP', 'JSON']) }).optional(),
});

/** Largest answer of a function, in bytes. Source: Connect developer guide, InvokeLambdaFunction. */
const largestAnswer = 32 * 1024;
/** Longest that Amazon Connect waits for a function, in seconds. */
const longestWait = 8;

/** Invokes a function and keeps its answer in `$.External`, in place of the one before. */
export const invokeLambdaFunction = defineAction({
  parameters,
  start(turn) {
    const { parameters: given, text } = turn;
    const within = Number(given.InvocationTimeLimitSeconds);
    if (!(within >= 1 && within <= longestWait)) return failed();
    return {
      ask: {
        kind: 'function',
        functionArn: text(given.LambdaFunctionARN),
        event: eventOf(turn),
        within,
        asynchronous: given.InvocationType === 'ASYNCHRONOUS',
      },
    };
  },
  resume({ parameters: { ResponseValidation }, run }, event) {
    if (event.kind !== 'result') return failedBy(event);
    const answer = answerOf(event.payload, ResponseValidation?.ResponseType ?? 'STRING_MAP');
    return answer === undefined ? failed() : { branch: 'next', run: { ...run, external: answer } };
  },
});

function answerOf(payload: unknown, type: 'STRING_MAP' | 'JSON'): Record<string, unknown> | undefined {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return undefined;
  if (Buffer.byteLength(JSON.stringify(payload)) > largestAnswer) return undefined;
  const flat = Object.values(payload).every((value) => typeof value === 'string');
  return type === 'JSON' || flat ? (payload as Record<string, unknown>) : undefined;
}

function eventOf({ run: { contact }, parameters: given, map }: Turn<z.infer<typeof parameters>>): unknown {
  return {
    Name: 'ContactFlowEvent',
    Details: { ContactData: contactData(contact), Parameters: map(given.LambdaInvocationAttributes) },
  };
}

const endpoint = (value: FlowContact['customerEndpoint']) =>
  value === undefined ? null : { Address: value.address, Type: value.type };

/** The contact as a function sees it. Flow attributes and the callback number are not in it. */
const contactData = (contact: FlowContact) => ({
  ContactId: contact.id,
  InitialContactId: contact.initialContactId,
  PreviousContactId: contact.previousContactId ?? contact.id,
  InstanceARN: contact.instanceArn,
  Channel: contact.channel,
  InitiationMethod: contact.initiationMethod,
  Attributes: contact.attributes,
  CustomerEndpoint: endpoint(contact.customerEndpoint),
  SystemEndpoint: endpoint(contact.systemEndpoint),
  Queue:
    contact.queue === undefined
      ? null
      : { ARN: contact.queue.arn, Name: contact.queue.name, OutboundCallerId: null },
  MediaStreams: { Customer: { Audio: null } },
  References: contact.references,
  LanguageCode: contact.languageCode ?? null,
  CustomerId: contact.customerId ?? null,
  Name: contact.name ?? null,
  Description: contact.description ?? null,
  AwsRegion: contact.region,
  Tags: contact.tags,
});
