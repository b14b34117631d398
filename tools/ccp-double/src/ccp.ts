import type { ServiceDouble, WireRequest } from '@atlas-engine/aws-wire';
import type { People } from '@atlas-engine/connect-double';
import type { SimulationClock, StateStore } from '@atlas-engine/simulation';
import { adminRoutes } from './server/admin-routes.ts';
import { json, sessionOf } from './server/answers.ts';
import { eventsPath, panelRoutes } from './server/panel-routes.ts';
import { createPanels } from './server/panels.ts';
import { createSessions } from './server/sessions.ts';
import { signInRoutes } from './server/sign-in-routes.ts';
import type { Office, Routes } from './server/visit.ts';

/** A message of a chat, as the websocket of an agent brings it. */
export interface ChatMessage {
  readonly topic: string;
  readonly contentType: string;
  /** JSON. */
  readonly content: string;
}

export interface CcpOptions {
  readonly clock: SimulationClock;
  readonly store: StateStore;
  readonly region: string;
  readonly people: People;
  /** The instance of an alias. */
  readonly instanceOf: (alias: string) => { readonly id: string; readonly alias: string } | undefined;
  /** Origins whose pages may embed the panel. */
  readonly approvedOrigins: (instanceId: string) => readonly string[];
  /** Tells of the messages of an agent's chats, until the returned function is called. */
  readonly onChatMessage?: (userId: string, listener: (message: ChatMessage) => void) => () => void;
}

/** The contact control panels of all instances, at `<alias>.my.connect.localhost`. */
export interface Ccp {
  readonly service: ServiceDouble;
}

const hostPattern = /^([a-z0-9-]+)\.my\.connect\.localhost$/;
const aliasOf = ({ headers }: WireRequest): string =>
  hostPattern.exec((headers['host'] ?? '').replace(/:\d+$/, ''))?.[1] ?? '';

/** Serves the control panel, which speaks for `people`. */
export function createCcp(options: CcpOptions): Ccp {
  const { people } = options;
  const show = (userId: string): void => {
    // A user who was taken from the instance, or has signed out, sees nothing new.
    if (people.isSignedIn(userId)) panels.send(userId, { kind: 'update', ...people.update(userId) });
  };
  const panels = createPanels((userId) => {
    const stopUpdates = people.onChange(userId, () => {
      show(userId);
    });
    const stopChat = options.onChatMessage?.(userId, (data) => {
      panels.send(userId, { kind: 'message', event: 'webSocket::all_message', data });
    });
    return () => {
      stopUpdates();
      stopChat?.();
    };
  });
  const sessions = createSessions(options.store, options.clock);
  const office: Office = { people, sessions, panels, region: options.region, show };
  const routes: Routes = { ...signInRoutes(office), ...panelRoutes(office), ...adminRoutes(office) };

  const service: ServiceDouble = {
    service: 'ccp',
    hosts: (host) => hostPattern.test(host),
    operationOf: ({ method, path }) => `${method} ${path}`,
    longPoll: ({ path }) => path === eventsPath,
    faultsApply: () => false,
    handle: async (request) => {
      const alias = aliasOf(request);
      const instance = options.instanceOf(alias);
      if (instance === undefined)
        return { status: 404, body: `There is no Amazon Connect instance ${alias}` };
      const route = routes[`${request.method} ${request.path}`];
      if (route === undefined) return { status: 404, body: 'There is no such page' };
      const cookie = sessionOf(request);
      return await route({
        request,
        instance,
        origins: options.approvedOrigins(instance.id),
        cookie,
        session: sessions.find(cookie, instance.id),
      });
    },
    errorResponse: ({ message, status }) => json({ message }, status),
  };
  return { service };
}
