import { createDynamoDb } from '@atlas-engine/dynamodb-local';
import {
  createFaultPlan,
  createSimulationClock,
  createSqliteStore,
  noFaults,
} from '@atlas-engine/simulation';
import { createAdminService } from './admin-service.ts';
import { isCdkRole } from './bootstrap.ts';
import { createClosers, type Closers } from './closers.ts';
import { describeCloud } from './describe-cloud.ts';
import type { LocalCloud, LocalCloudOptions } from './local-cloud.ts';
import { openDurableTime } from './durable-time.ts';
import { openPort } from './open-port.ts';
import { createStacks, openStacks } from './open-stacks.ts';
import type { Cloud } from './resources/resource-type.ts';
import { createServices } from './services.ts';
import { takeStateDirectory } from './state-directory.ts';
import { findStacks, type SynthesizedStack } from './template/find-stacks.ts';
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
  const target = { stage: 'local', region, accountId };
  const stacks = options.empty === true ? undefined : findStacks(options.workspace, target);
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
  stacks: readonly SynthesizedStack[] | undefined,
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
  const cloudFormation = createStacks(cloud, place);
  const describe = () => describeCloud({ url, clock, services, functions: cloud.functions });
  const admin = createAdminService({ clock, services, describe });
  const onTheWire = wireServices(services);
  services.siteOrigins.connect(onTheWire);
  const server = await openPort({
    services: [...onTheWire, cloudFormation.service, admin],
    port: options.port ?? defaultPort,
    clock,
    store,
    faults,
    authorize: (request, operation) => services.permissions.authorize(request, operation),
    faultsApply: ({ scope }) => scope === undefined || isOfTheSystem(services.sts.roleOf(scope.accessKeyId)),
    ...(options.observe === undefined ? {} : { observe: options.observe }),
  });
  closers.add(() => server.close());
  url = server.url;

  await openStacks(cloudFormation, cloud, stacks);
  services.connect.resume();
  state.announce(url);
  const flushing = setInterval(save, flushEvery);
  closers.add(() => clearInterval(flushing));
  atStart.release();
  return { url, clock, services, cloudFormation, describe, close: () => closers.closeAll() };
}

/** Faults strike what runs in the account, not those who deploy it. */
const isOfTheSystem = (roleArn: string | undefined): boolean => roleArn !== undefined && !isCdkRole(roleArn);

const newCloud = (place: Pick<Cloud, 'services' | 'region' | 'accountId' | 'url'>): Cloud => ({
  ...place,
  code: place.services.code,
  declared: new Map(),
  functions: new Set(),
  secrets: new Set(),
});
