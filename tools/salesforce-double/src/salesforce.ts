import type { ServiceDouble, WireRequest } from '@atlas-engine/aws-wire';
import type { SimulationClock, StateStore } from '@atlas-engine/simulation';
import type { ConnectedApp } from './connected-app.ts';
import { answerData, dataOperation } from './data-service.ts';
import type { DuplicateAction } from './duplicate-rule.ts';
import { createFaultAnswers } from './fault-answers.ts';
import { faultKey } from './fault-key.ts';
import { indexKeys } from './index-keys.ts';
import { answerOAuth } from './oauth-service.ts';
import type { OrgLimits } from './org.ts';
import { createRecords } from './records.ts';
import type { StoredRecord } from './records.ts';
import type { SalesforceSchema } from './schema.ts';
import { createSessions } from './sessions.ts';
import { createUsage } from './usage.ts';

/** What an org is made of. */
export interface SalesforceOptions {
  readonly clock: SimulationClock;
  readonly store: StateStore;
  readonly schema: SalesforceSchema;
  /** Who may log in. */
  readonly apps: readonly ConnectedApp[];
  readonly limits?: Partial<OrgLimits> & {
    /** Life of an access token in simulated milliseconds; two hours when absent. */
    readonly sessionLifetimeMs?: number;
  };
  readonly rules?: {
    /** The standard lead duplicate rule; `alert` when absent, as in a new org. */
    readonly leadDuplicates?: DuplicateAction;
  };
  /** Address that tokens are good for; the address the token was asked at when absent. */
  readonly instanceUrl?: string;
}

/** An org: its service on the wire and what an administrator sees. */
export interface SalesforceDouble {
  readonly service: ServiceDouble;
  /** Records of an object in the order of their creation, with `Id` and audit fields. */
  records(object: string): readonly StoredRecord[];
  /** Ends every session: the next call of each client answers INVALID_SESSION_ID. */
  endSessions(): void;
}

const isLogin = ({ path }: WireRequest): boolean => path.startsWith('/services/oauth2/');

/**
 * A Salesforce org as far as its REST API is used here: log-in, records, queries, composites.
 *
 * All state is in the store; time comes from the clock alone.
 */
export function createSalesforce(options: SalesforceOptions): SalesforceDouble {
  const { clock, store, schema, apps, limits: given = {}, rules = {} } = options;
  const limits = { dailyRequests: 100_000, queryPageSize: 2000, ...given };
  const records = createRecords({ clock, store, objects: schema.objects, keysOf: indexKeys });
  const sessions = createSessions(clock, store, given.sessionLifetimeMs ?? 7_200_000);
  const usage = createUsage(clock, store, limits.dailyRequests);
  const org = { clock, store, schema, records, limits, leadDuplicates: rules.leadDuplicates ?? 'alert' };
  const login = {
    clock,
    apps,
    sessions,
    ...(options.instanceUrl === undefined ? {} : { instanceUrl: options.instanceUrl }),
  };
  const service: ServiceDouble = {
    service: 'salesforce',
    claims: (request) => isLogin(request) || request.path.startsWith('/services/data/'),
    operationOf: (request) => (isLogin(request) ? 'token' : dataOperation(request)),
    handle: (request) =>
      Promise.resolve(
        isLogin(request) ? answerOAuth(login, request) : answerData({ org, sessions, usage }, request),
      ),
    faultResponse: createFaultAnswers(),
    faultKeyOf: faultKey,
  };
  return { service, records: (object) => records.all(object), endSessions: () => sessions.endAll() };
}
