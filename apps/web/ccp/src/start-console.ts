import type { ConsoleConfiguration, ConsoleEndpoints } from '@atlas-engine/web-contracts';
import { startStreams } from './connect/streams/start-streams.ts';
import { createConsole, type Console } from './console/console.ts';
import { startSession } from './sign-in/session.ts';
import { createWorkspaceApi } from './workspace/workspace-api.ts';

/** Signs the agent in and connects to Amazon Connect. @returns undefined when the page goes away to sign in. */
export async function startConsole(
  configuration: ConsoleConfiguration,
  endpoints: ConsoleEndpoints,
  panel: HTMLElement,
): Promise<Console | undefined> {
  const { issuer, signIn, signedIn, ccp, participant, api } = endpoints;
  const place = { issuer, signIn, signedIn, clientId: configuration.signIn.clientId };
  const session = await startSession(place, window.location);
  if (session === undefined) return undefined;
  const port = await startStreams(panel, { ccp, participant, region: configuration.region });
  const all = createConsole({
    session,
    port,
    api: createWorkspaceApi({
      baseUrl: api,
      token: session.token,
      fetch: (...request) => window.fetch(...request),
      isOnline: () => navigator.onLine,
    }),
    storage: window.localStorage,
    now: Date.now,
  });
  all.refreshDay();
  setInterval(all.refreshDay, dayEvery);
  const sendWaiting = () => void all.wrapUps.sendWaiting();
  sendWaiting();
  window.addEventListener('online', sendWaiting);
  setInterval(sendWaiting, sendEvery);
  return all;
}

/** Milliseconds between two looks at the own day; Connect’s figures are some minutes old anyway. */
const dayEvery = 60_000;

/** Milliseconds between two attempts to send wrap-ups that wait. */
const sendEvery = 30_000;
