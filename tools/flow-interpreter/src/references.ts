import type { Endpoint } from './contact.ts';
import type { FlowRun } from './run.ts';

/** `$.Namespace.key`, `$.Namespace.['a key']`, `$['Key']`. */
const reference = /\$(?:\.[A-Za-z0-9_-]+|\.?\[(?:'[^']*'|"[^"]*"|\d+)\])+/g;

/** The namespaces that Amazon Connect knows; it checks no more than these when a flow is published. */
export const namespaces = [
  ...['Attributes', 'External', 'FlowAttributes', 'StoredCustomerInput', 'Lex', 'Metrics', 'Queue', 'Agent'],
  ...['CustomerEndpoint', 'SystemEndpoint', 'ContactId', 'InitialContactId', 'PreviousContactId', 'Channel'],
  ...['InstanceARN', 'InitiationMethod', 'Name', 'Description', 'LanguageCode', 'CustomerId', 'AwsRegion'],
  ...['TextToSpeechVoiceId', 'References', 'Tags', 'Media', 'MediaStreams', 'Customer', 'Case', 'Views'],
  ...['Wisdom', 'SegmentAttributes', 'Modules', 'Task'],
] as const;

/** The references in a text, whole. */
export const referencesIn = (text: string): readonly string[] => text.match(reference) ?? [];

/** The keys of a reference, outermost first. */
export const keysOf = (path: string): readonly string[] =>
  [...path.slice(1).matchAll(/\.?(?:\[(?:'([^']*)'|"([^"]*)"|(\d+))\]|([A-Za-z0-9_-]+))/g)].map(
    ([, single, double, index, plain]) => single ?? double ?? index ?? plain ?? '',
  );

/** A text with every reference replaced; what is missing reads as nothing. */
export function resolveText(text: string, run: FlowRun): string {
  const view = viewOf(run);
  return text.replaceAll(reference, (path) => {
    const keys = keysOf(path);
    if (!(namespaces as readonly string[]).includes(keys[0] ?? '')) return path;
    return asText(keys.reduce<unknown>(valueAt, view));
  });
}

/** A map of texts, each resolved. */
export const resolveMap = (map: Readonly<Record<string, string>>, run: FlowRun): Record<string, string> =>
  Object.fromEntries(Object.entries(map).map(([key, text]) => [key, resolveText(text, run)]));

const valueAt = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;

function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return value === undefined || value === null ? '' : JSON.stringify(value);
}

/** What the namespaces hold now. */
function viewOf({ contact, ...run }: FlowRun): Readonly<Record<string, unknown>> {
  return {
    Attributes: contact.attributes,
    External: run.external,
    FlowAttributes: run.flowAttributes,
    StoredCustomerInput: run.storedInput,
    Lex: run.lex,
    Metrics: run.metrics,
    Queue: queueOf(contact.queue),
    Agent: contact.agent && {
      UserName: contact.agent.userName,
      FirstName: contact.agent.firstName,
      LastName: contact.agent.lastName,
      ARN: contact.agent.arn,
    },
    CustomerEndpoint: endpointOf(contact.customerEndpoint),
    SystemEndpoint: endpointOf(contact.systemEndpoint),
    ContactId: contact.id,
    InitialContactId: contact.initialContactId,
    PreviousContactId: contact.previousContactId,
    Channel: contact.channel,
    InstanceARN: contact.instanceArn,
    InitiationMethod: contact.initiationMethod,
    Name: contact.name,
    Description: contact.description,
    LanguageCode: contact.languageCode,
    CustomerId: contact.customerId,
    AwsRegion: contact.region,
    TextToSpeechVoiceId: contact.voice.name,
    References: Object.fromEntries(
      Object.entries(contact.references).map(([key, Value]) => [key, { Value }]),
    ),
    Tags: contact.tags,
  };
}

const endpointOf = (endpoint: Endpoint | undefined) =>
  endpoint && { Address: endpoint.address, Type: endpoint.type };

const queueOf = (queue: FlowRun['contact']['queue']) =>
  queue && { Name: queue.name, ARN: queue.arn, OutboundCallerId: { Address: queue.callerId ?? '' } };
