import { clipToField, type FieldsOf } from '@atlas-engine/salesforce-client';
import type { Closing } from './closing.ts';
import { dispositionOf, reasonOf, statusOf } from './lead-status.ts';

/**
 * The lead after the call. What describes the last call is emptied where that call has nothing to say, so that no
 * outcome stands beside the reason of another; what was agreed stays until another conversation.
 */
export const leadUpdate = (closing: Closing): FieldsOf<'Lead'> => ({
  Atlas_Status__c: statusOf(closing),
  Atlas_Outcome__c: closing.input.call?.outcome ?? 'FAILED',
  Atlas_Disposition__c: dispositionOf(closing) ?? null,
  Atlas_Reason__c: reasonOf(closing) ?? null,
  Atlas_Attempts__c: closing.attempts,
  ...(closing.lastDialledAt === undefined ? {} : { Atlas_Last_Call_At__c: closing.lastDialledAt }),
  ...agreed(closing),
  ...promised(closing),
  // Never taken back: a colleague may have ticked it.
  ...(closing.doNotCall ? { DoNotCall: true } : {}),
});

/** What the agent has promised replaces what was agreed. */
const promised = ({ agent }: Closing): FieldsOf<'Lead'> =>
  agent?.followUpAt === undefined ? {} : { Atlas_Follow_Up_At__c: agent.followUpAt };

function agreed({ conversation }: Closing): FieldsOf<'Lead'> {
  if (conversation === undefined) return {};
  const { nextStep, followUpAt } = conversation.summary;
  return {
    Atlas_Next_Step__c: nextStep === '' ? null : clipToField('Lead', 'Atlas_Next_Step__c', nextStep),
    Atlas_Follow_Up_At__c: followUpAt,
  };
}
