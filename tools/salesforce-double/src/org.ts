import type { SimulationClock, StateStore } from '@atlas-engine/simulation';
import type { DuplicateAction } from './duplicate-rule.ts';
import type { Records } from './records.ts';
import { notFound } from './refusal.ts';
import type { ObjectDefinition, SalesforceSchema } from './schema.ts';

/** Everything a handler of the data API works on. */
export interface Org {
  readonly clock: SimulationClock;
  readonly store: StateStore;
  readonly schema: SalesforceSchema;
  readonly records: Records;
  readonly leadDuplicates: DuplicateAction;
  readonly limits: OrgLimits;
}

/** How much the org allows. */
export interface OrgLimits {
  /** API requests in any 24 hours. */
  readonly dailyRequests: number;
  /** Records on one page of a query. */
  readonly queryPageSize: number;
}

/** The object of that name. @throws SalesforceRefusal NOT_FOUND */
export function objectOf(org: Pick<Org, 'schema'>, name: string): ObjectDefinition {
  const found = org.schema.objects.find((object) => object.name === name);
  if (found === undefined) throw notFound();
  return found;
}
