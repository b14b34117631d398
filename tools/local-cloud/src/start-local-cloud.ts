import { createDynamoDb } from '@atlas-engine/dynamodb-local';
import {
  createFaultPlan,
  createSimulationClock,
  createSqliteStore,
  noFaults,
} from '@atlas-engine/simulation';
import { createAdminService } from './admin-service.ts';
import { createClosers, type Closers } from './closers.ts';
import { describeCloud } from './describe-cloud.ts';
import type { LocalCloud, LocalCloudOptions } from './local-cloud.ts';
import { openDurableTime } from './durable-time.ts';
import { resolveReference } from './dynamic-references.ts';
import { openPort } from './open-port.ts';
import { createResource } from './resources/index.ts';
import type { Cloud } from './resources/resource-type.ts';
import { policiesFirst } from './permissions/policies-first.ts';
import { createServices } from './services.ts';
import { takeStateDirectory } from './state-directory.ts';
import { findStacks } from './template/find-stacks.ts';
import { loadStacks } from './template/load-stacks.ts';
import type { SynthesizedStack } from './template/template.ts';
import { wireServices } from './wire-services.ts';

/** How often state that no call has made durable is written, in wall milliseconds. */
const flushEvery = 250;
const defaultPort = 4566;

/**
 * Starts the whole system on one loopback port: services, the stacks of the workspace, functions as processes.
 * State left by an earlier start goes on, executions and timers included. A start that fails leaves nothing open.
 *
 * @throws TemplateError when a stack cannot be loaded
 * @throws StateInUseError when another local cloud uses the state directory
 * @throws OptionError when the port is in use
 */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const { region = 'us-east-1', accountId = '000000000000' } = options;
  const stacks = findStacks(options.workspace, { stage: 'local', region, accountId });
  const closers = createClosers();
  try {
    return await open({ ...options, region, accountId }, stacks, closers);
  } catch (error) {
    await closers.closeAll();
    throw error;
  }
}

type CheckedOptions = LocalCloudOptions & Required<Pick<LocalCloudOptions, 'region' | 'accountId'>>;

async function open(
  options: CheckedOptions,
  stacks: readonly SynthesizedStack[],
  closers: Closers,
): Promise<LocalCloud> {
  const { region, accountId } = options;
  const state = takeStateDirectory(options.stateDirectory, { fresh: options.fresh ?? false });
  closers.add(() => state.release());
  const store = createSqliteStore(state.database);
  closers.add(() => store.close());
  const time = openDurableTime(store, Date.now());
  const clock = createSimulationClock({ start: time.start, speed: options.speed ?? 1 });
  const faults = options.faults === undefined ? noFaults : createFaultPlan(options.faults);
  const atStart = clock.hold();
  const place = { clock, store, region, accountId };
  const dynamodb = await createDynamoDb({ ...place, path: `${state.path}/dynamodb` });
  closers.add(() => dynamodb.close());
  const save = (): void => {
    time.save(clock.now());
    store.flush();
  };
  closers.add(save);

  let url = '';
  const services = createServices({
    ...place,
    faults,
    dynamodb,
    url: () => url,
    directory: state.path,
    processes: options.processes ?? 4,
  });
  closers.add(() => services.lambda.close());
  closers.add(() => clock.stop());
  const cloud = newCloud({ services, region, accountId, url: () => url });
  const describe = () => describeCloud({ url, clock, services, functions: cloud.functions });
  const admin = createAdminService({ clock, services, describe });
  const server = await openPort({
    services: [...wireServices(services), admin],
    port: options.port ?? defaultPort,
    clock,
    store,
    faults,
    authorize: (request, operation) => services.permissions.authorize(request, operation),
    faultsApply: ({ scope }) => scope === undefined || services.sts.roleOf(scope.accessKeyId) !== undefined,
    ...(options.observe === undefined ? {} : { observe: options.observe }),
  });
  closers.add(() => server.close());
  url = server.url;

  await loadStacks(policiesFirst(stacks), {
    region,
    accountId,
    create: (resource) => createResource(resource, cloud),
    dynamicReference: (service, reference) => resolveReference(services, service, reference),
  });
  fillInSecret(cloud, url);
  state.announce(url);
  const flushing = setInterval(save, flushEvery);
  closers.add(() => clearInterval(flushing));
  atStart.release();
  return { url, clock, services, describe, close: () => closers.closeAll() };
}

const newCloud = (place: Pick<Cloud, 'services' | 'region' | 'accountId' | 'url'>): Cloud => ({
  ...place,
  declared: new Map(),
  functions: new Set(),
  secrets: new Set(),
});

/** A new secret has placeholders, which a person replaces after a first deployment; here the local org's log-in does. */
function fillInSecret({ services, secrets }: Cloud, url: string): void {
  for (const name of secrets) {
    if (name.startsWith('SalesforceCreds')) services.secrets.putValue(name, services.login.secretFor(url));
  }
}
