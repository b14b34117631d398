import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import * as z from 'zod';
import type { Brand } from './brand.ts';

export type RequestId = Brand<string, 'RequestId'>;
export type CallId = Brand<string, 'CallId'>;
export type ContactId = Brand<string, 'ContactId'>;
export type LeadId = Brand<string, 'LeadId'>;
export type PhoneNumber = Brand<string, 'PhoneNumber'>;

/** A brand is of types alone: a value that has passed the check is of the branded type. */
const branded = <T extends string>(schema: z.ZodString) => schema as unknown as z.ZodType<T, string>;

/** One outreach request: 1–64 letters, digits, `-`, `_`. Also the lead's external id and part of the execution's name. */
export const requestIdSchema = branded<RequestId>(
  z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'must be 1 to 64 letters, digits, "-" or "_"'),
);
/** One placement of a call: a version-8-shaped UUID, derived from request and sequence. Also Connect's `ClientToken`. */
export const callIdSchema = branded<CallId>(z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));
/** Amazon Connect's own id of a contact. */
export const contactIdSchema = branded<ContactId>(z.string().check(z.minLength(1), z.maxLength(256)));
/** Salesforce's record id: 15 or 18 letters and digits. */
export const leadIdSchema = branded<LeadId>(z.string().regex(/^[A-Za-z0-9]{15}([A-Za-z0-9]{3})?$/));
/** E.164. */
export const phoneNumberSchema = branded<PhoneNumber>(
  z.string().regex(/^\+[1-9]\d{6,14}$/, 'must be E.164, e.g. +12125550100'),
);

const digest = (...parts: readonly string[]): string =>
  bytesToHex(sha256(utf8ToBytes(parts.map((part) => `${part.length}:${part}`).join('|'))));

/** The id of a request that came without one: the same line twice is one request. */
export const deriveRequestId = (campaign: string, phone: PhoneNumber, interest: string): RequestId =>
  `r-${digest('request', campaign, phone, interest.trim().toLowerCase()).slice(0, 32)}` as RequestId;

/** The id of the `sequence`-th placement (from 1) of a request's call. */
export function callIdOf(requestId: RequestId, sequence: number): CallId {
  const hex = digest('call', requestId, String(sequence));
  const groups = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return groups.join('-') as CallId;
}

/** The workflow execution of a request; at most 80 characters. Starting it twice is a no-op. */
export const executionNameOf = (requestId: RequestId): string => `outreach-${requestId}`;

/** Parts of a state machine's ARN without the version or alias that may follow. */
const machineArnParts = 7;

/** The ARN of a request's execution. It carries no version or alias, though the state machine's may. */
export const executionArnOf = (stateMachineArn: string, requestId: RequestId): string => {
  const machineArn = stateMachineArn.split(':').slice(0, machineArnParts).join(':');
  return `${machineArn.replace(':stateMachine:', ':execution:')}:${executionNameOf(requestId)}`;
};

/** Which placement of which request something belongs to. */
export interface CallKey {
  readonly requestId: RequestId;
  /** From 1, one more for each time the workflow asks for a call. */
  readonly sequence: number;
}

/** How often the transcription of a recording is ordered before it is given up; even attempts use other settings. */
export const transcriptionAttempts = [1, 2, 3, 4, 5] as const;
export type TranscriptionAttempt = (typeof transcriptionAttempts)[number];

/** The attempt after one that failed; undefined after the last. */
export const nextTranscriptionAttempt = (attempt: TranscriptionAttempt): TranscriptionAttempt | undefined =>
  transcriptionAttempts.find((later) => later > attempt);

/** The Transcribe job of a call's recording; at most 200 characters. */
export const transcriptionJobNameOf = (call: CallKey, attempt: TranscriptionAttempt): string =>
  `atlas.${call.requestId}.${String(call.sequence)}.${String(attempt)}`;

/** The call and attempt of a Transcribe job of ours, else undefined. */
export function parseTranscriptionJobName(
  name: string,
): (CallKey & { readonly attempt: TranscriptionAttempt }) | undefined {
  const match = /^atlas\.([A-Za-z0-9_-]{1,64})\.([1-9]\d{0,3})\.(\d)$/.exec(name);
  const attempt = transcriptionAttempts.find((known) => known === Number(match?.[3]));
  if (match === null || attempt === undefined) return undefined;
  return { requestId: match[1] as RequestId, sequence: Number(match[2]), attempt };
}

/** A key that stands for a phone number where the number itself must not appear (logs, metrics). */
export const phoneKeyOf = (phone: PhoneNumber): string => digest('phone', phone).slice(0, 24);
