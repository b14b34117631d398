import type { Reason } from './reasons.ts';

/**
 * What the functions count and measure, with its meaning: the one list that code, alarms and dashboards share.
 * CloudWatch has each metric once per stage, whichever functions write it.
 */
export const metricMeanings = {
  LeadCreated: 'A lead was created in Salesforce.',
  LeadFound: 'The lead of a request was there already.',
  LeadDuplicate: 'Salesforce named another lead of the same person, which is used.',
  ScenarioFallback: 'A scenario was made from the template, because the language model gave none.',
  RequestStarted: 'A conversation started the workflow of a request.',
  RequestRepeated: 'A conversation asked for what was under way.',
  RescheduleRequested: 'A person asked for another time.',
  OptedOut: 'A person asked never to be called.',
  HandOffOffered: 'A chat with the bot was given a ticket for a talk with a person.',
  HandOffClosed: 'A person was asked for in a chat outside of business hours.',
  ChatStarted: 'A ticket became a chat with people.',
  ChatRefused: 'A ticket was refused: unknown, expired, or of another session.',
  TextAnswered: 'A text message of a customer was answered by the bot.',
  TextsStopped: 'A person asked for no more texts.',
  TextsStarted: 'A person asked for texts again.',
  TurnFailed: 'A turn of a conversation failed and was answered with an apology.',
  DialAllowed: 'The calling policy allowed a call at the moment of dialling.',
  DialPostponed: 'The calling policy put a call off; by reason as DialPostponed.<reason>.',
  DialRefused: 'The calling policy refused a call for good; by reason as DialRefused.<reason>.',
  DialOutOfTime: 'A dial request went back to its queue, because the invocation had no time left for it.',
  ConnectLinesUsedPercent: 'Calls on the line, in percent of those that Amazon Connect may have at once.',
  CallPlaced: 'Amazon Connect took a call.',
  CallThrottled: 'Amazon Connect had no room for a call; it is tried again.',
  CallRejected: 'Amazon Connect refused a call for good.',
  CallUnknown: 'Whether Amazon Connect took a call is not known yet.',
  CallAnswered: '1 for a call that a person answered, 0 for one that reached voicemail or nobody.',
  SummaryFallback: 'A summary was made by rules, because the language model gave none.',
  OrphanToken: 'A call gave a result or a sign of life, and no workflow waited for it.',
  OldestOpenCallSeconds: 'Age of the oldest call that an execution waits for and nobody reported on lately.',
  CallsNotReconciled: 'Calls that a run of the reconciler could not settle.',
  CallsMalformed: 'Open calls that a run of the reconciler could not read.',
  LeadReached: 'A request ended: the person was reached.',
  LeadNotReached: 'A request ended: the person was not reached.',
  LeadFailed: 'A request ended without a result.',
  LeadRefused: 'A request ended: the calling policy allowed no call.',
  LeadDoNotCall: 'A request ended: the person must not be called.',
  WrapUpSaved: 'An agent saved what came of a contact.',
  WrapUpInCrm:
    "An agent's wrap-up that came after the end of its request, or forbids calls, was written to Salesforce.",
  NumberRevealed: 'An agent was shown a full phone number.',
  CrmFailure: 'A step failed because Salesforce refused or did not answer.',
  SalesforceApiUsed: "Requests of the org's last 24 hours.",
  SalesforceApiUsedPercent: "Requests of the org's last 24 hours, in percent of its limit.",
} as const satisfies Readonly<Record<string, string>>;

/** A metric, or one of its parts by reason. */
export type MetricName = keyof typeof metricMeanings | `DialPostponed.${Reason}` | `DialRefused.${Reason}`;

/** The namespace of all metrics in CloudWatch; their one dimension is `stage`. */
export const metricNamespace = 'AtlasEngine';
