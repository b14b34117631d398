import type { AtlasNames } from '@atlas-engine/resource-names';
import type { Permission } from './permission.ts';
import { connectInstanceArn, ssmReference, textAliasArn } from './ssm-reference.ts';

/** To give the waiting workflow its result. */
export const resumeWorkflow = ({ workflow }: AtlasNames): Permission => ({
  actions: ['states:SendTaskSuccess'],
  resources: [workflow.arn],
});

/** To give the waiting workflow its result, or until then a sign of life. */
export const answerWorkflow = ({ workflow }: AtlasNames): Permission => ({
  actions: ['states:SendTaskSuccess', 'states:SendTaskHeartbeat'],
  resources: [workflow.arn],
});

/** To place calls. */
export const placeCalls = (names: AtlasNames): Permission => ({
  actions: ['connect:StartOutboundVoiceContact'],
  resources: [`${connectInstanceArn(names)}/contact/*`],
  wildcard: 'Amazon Connect names contacts when it creates them.',
});

/** To start chats, in the flow for them and in no other. */
export const startChats = (names: AtlasNames): Permission => ({
  actions: ['connect:StartChatContact'],
  resources: [`${connectInstanceArn(names)}/contact-flow/${ssmReference(names.parameters.chatFlowId)}`],
});

/** To ask Amazon Connect whose call a contact is, and what became of it. */
export const readContacts = (names: AtlasNames): Permission => ({
  actions: ['connect:DescribeContact', 'connect:GetContactAttributes'],
  resources: [`${connectInstanceArn(names)}/contact/*`],
  wildcard: 'Amazon Connect names contacts when it creates them.',
});

/**
 * To ask Amazon Connect who an agent is, and what they did today. Metrics are authorised by the resources of their filters.
 *
 * Source: Amazon Connect API reference, GetMetricDataV2, filter keys.
 */
export const readAgents = (names: AtlasNames): readonly Permission[] => [
  { actions: ['connect:SearchUsers'], resources: [connectInstanceArn(names)] },
  {
    actions: ['connect:DescribeUser', 'connect:GetMetricDataV2'],
    resources: [`${connectInstanceArn(names)}/agent/*`],
    wildcard: 'Agents come and go without a deployment.',
  },
];

/** To find the contact of a call whose answer was lost. */
export const searchContacts = (names: AtlasNames): Permission => ({
  actions: ['connect:SearchContacts'],
  resources: [connectInstanceArn(names)],
});

/** To read the transcription jobs of calls. */
export const readTranscriptions = ({ partition, region, account }: AtlasNames): Permission => ({
  actions: ['transcribe:GetTranscriptionJob'],
  resources: [`arn:${partition}:transcribe:${region}:${account}:transcription-job/atlas.*`],
  wildcard: 'A job is named for its call.',
});

/** To start transcription jobs. What a job reads and writes is bounded by the role's own access to S3. */
export const startTranscriptions = (): Permission => ({
  actions: ['transcribe:StartTranscriptionJob'],
  resources: ['*'],
  wildcard: 'StartTranscriptionJob has no resource-level permissions.',
});

/** To read or write every object of a bucket. */
export const objectsOf = (
  bucket: { readonly arn: string },
  action: 's3:GetObject' | 's3:PutObject',
): Permission => ({
  actions: [action],
  resources: [`${bucket.arn}/*`],
  wildcard: 'Objects are named for their calls.',
});

/** To put texts of customers to AtlasEngineBot. */
export const putTexts = (names: AtlasNames): Permission => ({
  actions: ['lex:RecognizeText'],
  resources: [textAliasArn(names)],
});

/** To send texts to phones. */
export const sendTexts = (): Permission => ({
  actions: ['sns:Publish'],
  resources: ['*'],
  wildcard: 'A text goes to a phone number, which no policy can name beforehand.',
});

/** To send messages to a queue. */
export const sendTo = (queue: { readonly arn: string }): Permission => ({
  actions: ['sqs:SendMessage'],
  resources: [queue.arn],
});
