import { createWireServer, type ServiceDouble, type WireServer } from '@atlas-engine/aws-wire';
import {
  createManualClock,
  createMemoryStore,
  type ManualClock,
  type StateStore,
} from '@atlas-engine/simulation';

/** The account and region of the tests. */
export const place = { region: 'us-east-1', accountId: '000000000000' } as const;

/** A clock that stands still and state in memory. */
export interface TestWorld {
  readonly clock: ManualClock;
  readonly store: StateStore;
}

export const createWorld = (): TestWorld => ({ clock: createManualClock(), store: createMemoryStore() });

/** Serves doubles on any port; the configuration is for SDK clients. */
export const serve = async (
  world: TestWorld,
  services: readonly ServiceDouble[],
): Promise<{ readonly server: WireServer; readonly config: ReturnType<typeof clientConfig> }> => {
  const server = await createWireServer({ services, ...world });
  return { server, config: clientConfig(server.url) };
};

const clientConfig = (endpoint: string) => ({
  endpoint,
  region: place.region,
  credentials: { accessKeyId: 'AKIALOCAL', secretAccessKey: 'local' },
  maxAttempts: 1,
});
