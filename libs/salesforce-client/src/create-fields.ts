import { isSalesforceValidationError } from './errors.ts';

/** Names of the create-only fields that an update was refused for; none when that is not why it failed. */
export function refusedCreateFields(error: unknown, createFields: readonly string[]): readonly string[] {
  if (!isSalesforceValidationError(error) || error.salesforceCode !== 'INVALID_FIELD_FOR_INSERT_UPDATE')
    return [];
  const { fields } = error;
  return fields.length > 0 && fields.every((field) => createFields.includes(field)) ? fields : [];
}

/** A call without these fields. */
export function withoutFields<
  C extends { readonly body?: unknown; readonly createFields: readonly string[] },
>(call: C, names: readonly string[]): C {
  const kept = Object.entries(call.body ?? {}).filter(([name]) => !names.includes(name));
  const createFields = call.createFields.filter((name) => !names.includes(name));
  return { ...call, body: Object.fromEntries(kept), createFields };
}
