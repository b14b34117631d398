import type { UpdateLeadOutput } from '@atlas-engine/domain';
import type { Closing } from './closing.ts';
import { labelled, textOf } from './labelled.ts';
import { dispositionOf, reasonOf, statusOf } from './lead-status.ts';

/** What the sales team reads: ids, counts and words from closed lists. Name, number and conversation stay in the CRM. */
export function salesNotification(closing: Closing): UpdateLeadOutput['notification'] {
  const { requestId, leadId, call } = closing.input;
  const message = textOf(
    labelled('Request', requestId),
    labelled('Lead', leadId),
    labelled('Status', statusOf(closing)),
    labelled('Outcome', call?.outcome ?? 'none'),
    labelled('Disposition', dispositionOf(closing)),
    labelled('Reason', reasonOf(closing)),
    labelled('Interest', closing.conversation?.summary.interestLevel),
    labelled('Attempts', String(closing.attempts)),
  );
  return { subject: `Atlas: ${subjectOf(closing)}`, message };
}

const subjectOf = (closing: Closing): string =>
  dispositionOf(closing) ?? closing.input.call?.outcome ?? 'NO_RESULT';
