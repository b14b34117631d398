import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findRunningCloud } from '@atlas-engine/local-cloud';
import { BrowserError } from './browser-error.ts';

/** The whole system, as `npm start` runs it, on a port and state of its own. */
export interface System {
  /** `http://127.0.0.1:port`, for SDKs and admin paths. */
  readonly url: string;
  readonly port: number;
  /** The agent console, without a slash at the end. */
  readonly console: string;
  /** The site of the chat, without a slash at the end. */
  readonly chat: string;
  /** Calls a path below `/_atlas/`; gives its JSON, undefined without any. */
  admin(method: string, path: string, body?: unknown): Promise<unknown>;
  close(): Promise<void>;
}

export interface SystemOptions {
  /** 1 by default: a person's time. */
  readonly speed?: number | 'max';
}

const main = join(import.meta.dirname, '../../../local-cloud/src/main.ts');
const startWithinMs = 60_000;

/** Starts the system. @throws BrowserError with what the local cloud said when it does not start */
export async function startSystem({ speed = 1 }: SystemOptions = {}): Promise<System> {
  const state = mkdtempSync(join(tmpdir(), 'atlas-browser-'));
  const args = [main, '--port', '0', '--state', state, '--speed', String(speed)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const complaints: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk.toString()));
  const close = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    }
    rmSync(state, { recursive: true, force: true });
  };
  const url = await untilRunning(child, state);
  if (url === undefined) {
    await close();
    throw new BrowserError(`The local cloud did not start: ${complaints.join('')}`);
  }
  const port = Number(new URL(url).port);
  return {
    url,
    port,
    console: `http://console.localhost:${port}`,
    chat: `http://chat.localhost:${port}`,
    admin: (method, path, body) => call(`${url}/_atlas/${path}`, method, body),
    close,
  };
}

async function untilRunning(child: ChildProcess, state: string): Promise<string | undefined> {
  const until = performance.now() + startWithinMs;
  while (performance.now() < until && child.exitCode === null) {
    const running = await findRunningCloud(state);
    if (running !== undefined && running.pid === child.pid) return running.url;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return undefined;
}

async function call(url: string, method: string, body: unknown): Promise<unknown> {
  const content = typeof body === 'string' ? body : JSON.stringify(body);
  const answer = await fetch(url, { method, ...(body !== undefined && { body: content }) });
  const text = await answer.text();
  if (!answer.ok) throw new BrowserError(`${method} ${url}: ${answer.status} ${text}`);
  return text === '' ? undefined : (JSON.parse(text) as unknown);
}
