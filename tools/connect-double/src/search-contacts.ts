import {
  AwsError,
  listField,
  numberField,
  objectField,
  optionalNumber,
  optionalList,
  optionalObject,
  refuseUnknownFields,
  stringField,
} from '@atlas-engine/aws-wire';
import { isActive, type ContactState } from './contact.ts';

const bad = (message: string) => new AwsError('InvalidRequestException', message);

/**
 * `SearchContacts`, as far as a contact is sought by time and by one value of searchable attributes. As the service, it
 * lists voice contacts once they are over, and looks at most 8 weeks back. Further pages are not supported: more than
 * `MaxResults` (10; at most 100) are told by a `NextToken` only.
 *
 * Source: Amazon Connect administrator guide, search for completed and in-progress contacts; API reference.
 */
export function searchContacts(input: Record<string, unknown>, contacts: Iterable<ContactState>) {
  refuseUnknownFields(input, ['InstanceId', 'TimeRange', 'SearchCriteria', 'MaxResults']);
  const instanceId = stringField(input, 'InstanceId');
  const { from, to } = readRange(objectField(input, 'TimeRange'));
  const limit = readLimit(input);
  const wanted = readCriteria(optionalObject(input, 'SearchCriteria') ?? {});
  const found = [...contacts].filter(
    (contact) =>
      contact.instanceId === instanceId &&
      !isActive(contact) &&
      // A filter by channel or method is ours, or finds nothing: tasks and calls back are not sought.
      contact.initiationMethod === 'API' &&
      contact.initiatedAt >= from &&
      contact.initiatedAt <= to &&
      wanted.every(({ key, values }) => values.includes(contact.attributes[key] ?? '')),
  );
  return {
    ...(found.length > limit ? { NextToken: String(limit) } : {}),
    Contacts: found
      .slice(0, limit)
      .map((contact) => ({ Id: contact.id, Channel: contact.channel, InitiationMethod: 'API' })),
    TotalCount: found.length,
  };
}

function readRange(range: Record<string, unknown>): { readonly from: number; readonly to: number } {
  if (stringField(range, 'Type') !== 'INITIATION_TIMESTAMP')
    throw bad('TimeRange.Type: only INITIATION_TIMESTAMP is supported');
  const from = numberField(range, 'StartTime') * 1000;
  const to = numberField(range, 'EndTime') * 1000;
  if (to < from || to - from > 56 * 24 * 3600 * 1000)
    throw bad('TimeRange must run forward and span at most 8 weeks');
  return { from, to };
}

function readLimit(input: Record<string, unknown>): number {
  const limit = optionalNumber(input, 'MaxResults') ?? 10;
  if (limit < 1 || limit > 100) throw bad('MaxResults must be 1 to 100');
  return limit;
}

function readCriteria(criteria: Record<string, unknown>): { key: string; values: unknown[] }[] {
  refuseUnknownFields(criteria, ['SearchableContactAttributes', 'Channels', 'InitiationMethods']);
  if (!includesOurs(criteria, 'Channels', 'VOICE') || !includesOurs(criteria, 'InitiationMethods', 'API')) {
    return [{ key: 'callId', values: [] }];
  }
  const attributes = optionalObject(criteria, 'SearchableContactAttributes');
  if (attributes === undefined) return [];
  refuseUnknownFields(attributes, ['Criteria', 'MatchType']);
  if ((attributes['MatchType'] ?? 'MATCH_ALL') !== 'MATCH_ALL')
    throw bad('MatchType: only MATCH_ALL is supported');
  return listField(attributes, 'Criteria').map((entry) => {
    const criterion = entry as Record<string, unknown>;
    return { key: stringField(criterion, 'Key'), values: listField(criterion, 'Values') };
  });
}

/** Every contact here is a voice contact that the API began: a filter for anything else finds nothing. */
const includesOurs = (criteria: Record<string, unknown>, field: string, ours: string): boolean =>
  (optionalList(criteria, field) ?? [ours]).includes(ours);
