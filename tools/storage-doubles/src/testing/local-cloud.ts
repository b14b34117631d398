import { createWireServer, type ServiceDouble, type WireServer } from '@atlas-engine/aws-wire';
import {
  createManualClock,
  createMemoryStore,
  type FaultPlan,
  type ManualClock,
  type StateStore,
} from '@atlas-engine/simulation';

/** The account and region of the tests. */
export const place = { region: 'us-east-1', accountId: '000000000000' } as const;

/** A clock that stands still and state in memory; both outlive what is built on them. */
export interface TestWorld {
  readonly clock: ManualClock;
  readonly store: StateStore;
  readonly faults?: FaultPlan;
}

export const createWorld = (): TestWorld => ({ clock: createManualClock(), store: createMemoryStore() });

const clientConfig = (endpoint: string) => ({
  endpoint,
  region: place.region as string,
  credentials: { accessKeyId: 'AKIALOCAL', secretAccessKey: 'local' },
  maxAttempts: 1,
});

export interface Serving {
  readonly server: WireServer;
  /** For SDK clients. */
  readonly config: ReturnType<typeof clientConfig>;
}

const open: WireServer[] = [];

/** Serves doubles on any port until {@link closeServers}. */
export const serve = async (world: TestWorld, ...services: readonly ServiceDouble[]): Promise<Serving> => {
  const server = await createWireServer({ services, ...world });
  open.push(server);
  return { server, config: clientConfig(server.url) };
};

/** Call it after each test. */
export const closeServers = async (): Promise<void> => {
  await Promise.all(open.splice(0).map((server) => server.close()));
};
