import { callIdOf, fromIso, type CallRecord } from '@atlas-engine/domain';
import { clipToField, type FieldsOf } from '@atlas-engine/salesforce-client';
import type { Closing } from './closing.ts';
import { labelled, textOf } from './labelled.ts';
import { dispositionOf, reasonOf } from './lead-status.ts';
import { notesOf } from './word-of-agent.ts';

/** The call log's external id: the call that is reported. A repeat finds the same log, also when there was no call. */
export const callLogId = ({ input, call }: Closing): string =>
  call?.callId ?? callIdOf(input.requestId, input.call?.sequence ?? 1);

/** The one log of a request: its last call, with what was said in this or an earlier one. */
export const callLog = (closing: Closing): FieldsOf<'Task'> =>
  withoutAbsent({
    WhoId: closing.input.leadId,
    Status: 'Completed',
    CallType: 'Outbound' as const,
    Description: clipToField('Task', 'Description', descriptionOf(closing)),
    ...resultFields(closing),
    ...contactFields(closing),
    Atlas_Sentiment__c: closing.summary?.sentiment,
  });

function resultFields(closing: Closing) {
  const { call: result } = closing.input;
  const disposition = dispositionOf(closing);
  return {
    Subject: `Atlas call: ${result?.outcome ?? 'no result'}`,
    CallDisposition: disposition,
    Atlas_Outcome__c: result?.outcome,
    Atlas_Disposition__c: disposition,
  };
}

function contactFields({ call }: Closing) {
  if (call === undefined) return {};
  const day = call.endedAt ?? call.dialledAt ?? call.createdAt;
  return {
    ActivityDate: day.slice(0, 10),
    CallDurationInSeconds: durationOf(call),
    Atlas_Recording__c: recordingOf(call),
  };
}

function durationOf({ answeredAt, endedAt }: CallRecord): number | undefined {
  if (answeredAt === undefined || endedAt === undefined) return undefined;
  return Math.max(0, Math.round((fromIso(endedAt) - fromIso(answeredAt)) / 1000));
}

const recordingOf = ({ recording }: CallRecord): string | undefined =>
  recording === undefined
    ? undefined
    : clipToField('Task', 'Atlas_Recording__c', `s3://${recording.bucket}/${recording.key}`);

function descriptionOf(closing: Closing): string {
  const { summary, conversation, attempts } = closing;
  return textOf(
    summary?.summary,
    ...closing.wrapUps.map(notesOf),
    earlierConversation(closing),
    labelled('Next step', conversation?.summary.nextStep),
    labelled('Objections', conversation?.summary.objections.join('; ')),
    labelled('Reason', reasonOf(closing)),
    labelled('Attempts', String(attempts)),
  );
}

function earlierConversation({ conversation, call }: Closing): string | undefined {
  if (conversation === undefined || conversation.sequence === call?.sequence) return undefined;
  return labelled(`Call ${String(conversation.sequence)}`, conversation.summary.summary);
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

const withoutAbsent = <T extends object>(fields: T): Present<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>;
