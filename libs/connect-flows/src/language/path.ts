import type { ContactAttributeName } from './contact-attributes.ts';

/** A reference whose name is not checked; made by `unchecked`. */
declare const uncheckedPath: unique symbol;
export type UncheckedPath = string & { readonly [uncheckedPath]: true };

/** A reference to a value of the contact: an attribute must be one of those that contacts carry. */
export type Path =
  | `$.Attributes.${ContactAttributeName}`
  | `$.${Exclude<Namespace, 'Attributes'>}.${string}`
  | `$.${Scalar}`
  | UncheckedPath;

/** What stands behind `$.` and has parts of its own. */
export const namespaces = [
  'Attributes',
  'External',
  'FlowAttributes',
  'Lex',
  'CustomerEndpoint',
  'SystemEndpoint',
  'Queue',
  'Agent',
  'Metrics',
  'Media',
  'MediaStreams',
  'Customer',
  'Case',
  'Views',
  'Wisdom',
  'SegmentAttributes',
  'Modules',
  'References',
  'Tags',
  'Task',
] as const;
type Namespace = (typeof namespaces)[number];

/** What stands behind `$.` alone. */
export const scalars = [
  'StoredCustomerInput',
  'ContactId',
  'InitialContactId',
  'PreviousContactId',
  'RelatedContactId',
  'Channel',
  'InstanceARN',
  'InitiationMethod',
  'Name',
  'Description',
  'LanguageCode',
  'CustomerId',
  'AwsRegion',
  'TextToSpeechVoiceId',
  'Tags',
  'Views',
] as const;
type Scalar = (typeof scalars)[number];

/** Whether a text is one reference and nothing else. */
export const isPath = (value: unknown): value is Path =>
  typeof value === 'string' && /^\$[.[](?:[^\s$]|\['[^']*'\])+$/.test(value);

/** A reference whose attribute is set outside of this code: the validator checks the namespace only. */
export const unchecked = (path: `$${string}`): UncheckedPath => path as string as UncheckedPath;
