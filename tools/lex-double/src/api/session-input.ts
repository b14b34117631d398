import { AwsError, notSupported } from '@atlas-engine/aws-wire';
import * as z from 'zod';
import { readContext, wireContextSchema } from '../dialog/contexts.ts';
import { attributesSchema, wireIntentSchema, wireMessageSchema } from '../dialog/hook-response.ts';
import type { DialogAction, SessionState, WireMessage } from '../dialog/session.ts';

const actionSchema = z.strictObject({
  type: z.enum(['Close', 'ConfirmIntent', 'Delegate', 'ElicitIntent', 'ElicitSlot', 'None']),
  slotToElicit: z.string().min(1).optional(),
  slotElicitationStyle: z.literal('Default').optional(),
});

const stateSchema = z.strictObject({
  sessionAttributes: z.record(z.string().min(1), z.string()).optional(),
  intent: wireIntentSchema.optional(),
  dialogAction: actionSchema.optional(),
  originatingRequestId: z.string().optional(),
  activeContexts: z.array(wireContextSchema).max(20).optional(),
  runtimeHints: z.undefined().optional(),
});

const invalid = (field: string, error: z.ZodError): AwsError =>
  new AwsError('ValidationException', `${field}: ${z.prettifyError(error)}`);

/** What the double has no answer to is named before anything else is looked at. */
function refuseUnsupported(value: unknown): void {
  const state = z.looseObject({ runtimeHints: z.unknown() }).partial().safeParse(value);
  if (state.data?.runtimeHints !== undefined) throw notSupported('lex', 'sessionState.runtimeHints');
}

/** A session's state as a client sends it. @throws AwsError ValidationException */
export function readSessionState(value: unknown, now: number): Partial<SessionState> | undefined {
  if (value === undefined) return undefined;
  refuseUnsupported(value);
  const parsed = stateSchema.safeParse(value);
  if (!parsed.success) throw invalid('sessionState', parsed.error);
  const { sessionAttributes, intent, dialogAction, activeContexts } = parsed.data;
  return {
    ...(sessionAttributes === undefined ? {} : { sessionAttributes }),
    ...(intent === undefined ? {} : { intent }),
    ...(activeContexts === undefined
      ? {}
      : { activeContexts: activeContexts.map((each) => readContext(each, now)) }),
    ...(dialogAction === undefined ? {} : { dialogAction: readAction(dialogAction) }),
  };
}

function readAction({ type, slotToElicit }: z.output<typeof actionSchema>): DialogAction {
  if (type !== 'ElicitSlot') return { type };
  if (slotToElicit === undefined)
    throw new AwsError(
      'ValidationException',
      'sessionState.dialogAction.slotToElicit: is required with ElicitSlot',
    );
  return { type, slotToElicit };
}

/** @throws AwsError ValidationException */
export function readAttributes(value: unknown): Readonly<Record<string, string>> {
  const parsed = attributesSchema.safeParse(value);
  if (!parsed.success) throw invalid('requestAttributes', parsed.error);
  return parsed.data;
}

/** @throws AwsError ValidationException */
export function readMessages(value: unknown): readonly WireMessage[] {
  const parsed = z.array(wireMessageSchema).max(10).default([]).safeParse(value);
  if (!parsed.success) throw invalid('messages', parsed.error);
  return parsed.data;
}

/** Characters that a customer may say at once. Source: "Quotas" of the developer guide. */
const longestText = 1024;

/** @throws AwsError ValidationException */
export function readText(value: unknown): string {
  if (typeof value !== 'string' || value.trim() === '')
    throw new AwsError('ValidationException', 'text: must be a string that is not empty');
  if (value.length > longestText)
    throw new AwsError(
      'ValidationException',
      `text: must have at most ${longestText} characters, has ${value.length}`,
    );
  return value;
}
