import { join } from 'node:path';
import { findRunningCloud, startLocalCloud } from '@atlas-engine/local-cloud';
import { stageConfiguration } from '@atlas-engine/resource-names';
import { adminOf } from './admin.ts';
import type { Cloud, CloudOptions } from './cloud.ts';
import { connectClients } from './connect-clients.ts';
import { copyState } from './copy-state.ts';

const credentials = { accessKeyId: 'AKIALOCALOUTREACH000', secretAccessKey: 'local' };
const pollEvery = 300;

/** A local cloud, and how to leave it as it was found. */
interface Opened {
  readonly url: string;
  readonly note: string;
  readonly close: () => Promise<void>;
}

/**
 * The running local cloud; without one, one that is started in this process on the same state, or on a copy of it
 * for a look: what an earlier run left unfinished would go on in it, calls included.
 *
 * @throws what `startLocalCloud` throws
 */
export async function openLocal(options: CloudOptions): Promise<Cloud> {
  const stateDirectory = options.stateDirectory ?? join(options.workspace, '.atlas/local');
  const running = await findRunningCloud(stateDirectory);
  const { url, note, close } =
    running === undefined ? await start(stateDirectory, options) : await use(running.url, options);
  options.onNote(note);
  const admin = adminOf(url);
  const clients = connectClients(stageConfiguration('local', {}), { endpoint: url, credentials });
  return { ...clients, pollEvery, now: admin.now, trace: admin.trace, holdClock: admin.hold, close };
}

async function use(url: string, { purpose, speed = Infinity }: CloudOptions): Promise<Opened> {
  const note = `Using the local cloud at ${url}`;
  if (purpose === 'look') return { url, note, close: () => Promise.resolve() };
  const admin = adminOf(url);
  const before = await admin.speed();
  await admin.setSpeed(speed);
  return { url, note, close: () => admin.setSpeed(before) };
}

async function start(stateDirectory: string, options: CloudOptions): Promise<Opened> {
  return options.purpose === 'run'
    ? await startOn(stateDirectory, options)
    : await startOnCopy(stateDirectory, options);
}

async function startOn(
  stateDirectory: string,
  { workspace, speed = Infinity }: CloudOptions,
): Promise<Opened> {
  const cloud = await startLocalCloud({ workspace, stateDirectory, port: 0, speed });
  const note = `Started a local cloud for this run at ${cloud.url}`;
  return { url: cloud.url, note, close: () => cloud.close() };
}

async function startOnCopy(stateDirectory: string, { workspace }: CloudOptions): Promise<Opened> {
  const copy = await copyState(stateDirectory);
  try {
    const cloud = await startLocalCloud({ workspace, stateDirectory: copy.directory, port: 0, speed: 1 });
    const note = `Started a local cloud on a copy of the state at ${cloud.url}`;
    return { url: cloud.url, note, close: () => cloud.close().finally(copy.remove) };
  } catch (error) {
    await copy.remove();
    throw error;
  }
}
