import type { Budget } from './clock.ts';
import type { Connection } from './connection.ts';
import { refusedCreateFields, withoutFields } from './create-fields.ts';
import { isSalesforceDuplicateError, SalesforceResponseError } from './errors.ts';
import { getCall, upsertCall } from './record-calls.ts';
import type { Saved, Upsert } from './record-calls.ts';

/** What an upsert came to. */
export interface UpsertResult extends Saved {
  /** Set when a duplicate rule stopped the insert: the record that is there instead. Nothing was written. */
  readonly duplicateOf?: string;
}

/** Writes a record by external id within one time budget. @throws SalesforceError */
export async function upsertRecord<O extends string>(
  connection: Connection,
  object: O,
  upsert: Upsert<O>,
): Promise<UpsertResult> {
  const budget = connection.startBudget();
  const call = upsertCall(object, upsert, 'single');
  try {
    const saved = await sendUpsert(connection, call, budget);
    return saved ?? { id: await idOf(connection, call, budget), created: false };
  } catch (error) {
    const existing = isSalesforceDuplicateError(error) ? error : undefined;
    if (existing?.salesforceCode !== 'DUPLICATES_DETECTED' || existing.duplicateOf === undefined) throw error;
    return { id: existing.duplicateOf, created: false, duplicateOf: existing.duplicateOf };
  }
}

type UpsertCall = ReturnType<typeof upsertCall>;

async function sendUpsert(
  connection: Connection,
  call: UpsertCall,
  budget: Budget,
): Promise<Saved | undefined> {
  try {
    return await connection.send(call, budget);
  } catch (error) {
    const refused = refusedCreateFields(error, call.createFields);
    if (refused.length === 0) throw error;
    return connection.send(withoutFields(call, refused), budget);
  }
}

/** API versions before 46 answer an update with nothing. */
async function idOf(connection: Connection, { label, path }: UpsertCall, budget: Budget): Promise<string> {
  const byId = getCall(label.object, 'id', ['Id']);
  const record = await connection.send({ ...byId, path: `${path}?fields=Id` }, budget);
  if (typeof record.Id === 'string') return record.Id;
  throw new SalesforceResponseError(`Salesforce: ${label.name} was answered without the record's id.`, {});
}
