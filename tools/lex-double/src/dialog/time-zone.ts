import { invalidField } from '@atlas-engine/aws-wire';

/** The client's zone for words such as "tomorrow". Source: Lex V2 developer guide, "Setting the time zone". */
const zoneAttribute = 'x-amz-lex:time-zone';

/** @throws AwsError ValidationException for a zone that does not exist */
export function timeZoneIn(requestAttributes: Readonly<Record<string, string>>): string {
  const timeZone = requestAttributes[zoneAttribute] ?? 'UTC';
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    throw invalidField(`requestAttributes.${zoneAttribute}`, 'must be the name of an IANA time zone');
  }
}
