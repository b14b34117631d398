import type { AwsError, ServiceDouble, WireRequest, WireResponse } from '@atlas-engine/aws-wire';
import { AgentCallError, type People, type UserSpec } from '@atlas-engine/connect-double';
import type { SimulationClock, StateStore } from '@atlas-engine/simulation';
import { asset, html, json, redirect, sessionCookie, sessionOf } from './server/answers.ts';
import { disturb, disturbanceSchema, refusalOf } from './server/admin.ts';
import { panelScript } from './server/page-bundle.ts';
import { loginPage, panelPage, styles } from './server/pages.ts';
import { createPanels } from './server/panels.ts';
import { createSessions, type Session } from './server/sessions.ts';

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

/** What a request is about. */
interface Visit {
  readonly request: WireRequest;
  readonly instance: { readonly id: string; readonly alias: string };
  readonly origins: readonly string[];
  /** The session's id as the browser names it, also when it is over. */
  readonly cookie: string | undefined;
  readonly session: Session | undefined;
}

type Route = (visit: Visit) => WireResponse | Promise<WireResponse>;

/** Serves the control panel, which speaks for `people`. */
export function createCcp(options: CcpOptions): Ccp {
  const { clock, people } = options;
  const sessions = createSessions(options.store, clock);

  const panels = createPanels((userId) => {
    const stopUpdates = people.onChange(userId, () => sendUpdate(userId));
    const stopChat = options.onChatMessage?.(userId, (data) =>
      panels.send(userId, { kind: 'message', event: 'webSocket::all_message', data }),
    );
    return () => {
      stopUpdates();
      stopChat?.();
    };
  });
  const sendUpdate = (userId: string): void => {
    panels.send(userId, { kind: 'update', ...people.update(userId) });
  };

  const userNamed = (instanceId: string, name: string): UserSpec | undefined =>
    people.users(instanceId).find(({ userName }) => userName === name);
  const begin = (instanceId: string, userId: string): string => {
    people.signIn(instanceId, userId);
    return sessions.begin({ instanceId, userId });
  };

  const signIn = ({ instance, origins }: Visit, name: string): WireResponse => {
    const users = people.users(instance.id);
    const user = userNamed(instance.id, name);
    if (user === undefined)
      return html(loginPage(instance.alias, users, 'There is no such user.'), origins, 403);
    try {
      return redirect('/ccp-v2/', begin(instance.id, user.id));
    } catch (error) {
      if (!(error instanceof AgentCallError)) throw error;
      return html(loginPage(instance.alias, users, error.message), origins, 403);
    }
  };
  const loggedOut: Route = ({ instance, origins }) =>
    html(loginPage(instance.alias, people.users(instance.id)), origins);

  const showPanel: Route = (visit) => {
    const { session, instance, origins, cookie, request } = visit;
    const user = people.users(instance.id).find(({ id }) => id === session?.userId);
    if (user !== undefined) return html(panelPage(user, options.region), origins);
    const name = request.query.get('user');
    // A browser whose session has ended is asked again, also when the address names a user.
    return name !== null && cookie === undefined ? signIn(visit, name) : redirect('/login');
  };

  const signedIn =
    (handle: (visit: Visit & { readonly session: Session }) => WireResponse | Promise<WireResponse>): Route =>
    (visit) =>
      visit.session === undefined ? json({}, 401) : handle({ ...visit, session: visit.session });

  const end = ({ cookie, session }: Visit): void => {
    if (session !== undefined) people.signOut(session.userId);
    sessions.end(cookie ?? '');
  };

  const routes: Readonly<Record<string, Route>> = {
    'GET /ccp-v2': () => redirect('/ccp-v2/'),
    'GET /ccp-v2/': showPanel,
    'GET /ccp-v2/panel.js': () => asset(panelScript(), 'text/javascript; charset=utf-8'),
    'GET /ccp-v2/panel.css': () => asset(styles, 'text/css; charset=utf-8'),
    'GET /login': (visit) => {
      const name = visit.request.query.get('user');
      return name === null ? loggedOut(visit) : signIn(visit, name);
    },
    'POST /login': (visit) =>
      signIn(visit, new URLSearchParams(visit.request.body.toString()).get('user') ?? ''),
    'POST /login/ticket': ({ request, instance }) => {
      const session = sessions.redeem(request.body.toString(), instance.id);
      if (session === undefined) return json({}, 403);
      return { ...json({}), cookies: [sessionCookie(session)] };
    },
    'GET /logout': (visit) => {
      end(visit);
      return redirect('/login', '');
    },
    'POST /ccp-v2/api/ticket': signedIn(({ session }) => json({ ticket: sessions.ticketFor(session) })),
    'POST /ccp-v2/api/sign-out': signedIn((visit) => {
      end(visit);
      return { ...json({}), cookies: [sessionCookie('')] };
    }),
    'GET /ccp-v2/api/events': signedIn(({ session }) => ({
      status: 200,
      headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' },
      stream: (out) => {
        panels.open(session.userId, out);
        sendUpdate(session.userId);
      },
    })),
    'POST /ccp-v2/api/call': signedIn(async ({ request, session: { userId } }) => {
      const { method, params } = JSON.parse(request.body.toString()) as { method: string; params: object };
      if (panels.isCutOff(userId)) return json({}, 503);
      const failure = panels.failureOf(userId, method);
      if (failure !== undefined) return json({ err: failure });
      const answer = people.call(userId, method, params as Record<string, unknown>);
      return json(
        await answer.then(
          (data) => ({ data }),
          (error: unknown) => ({ err: refusalOf(error) }),
        ),
      );
    }),
    'POST /_atlas/disturb': ({ request, instance }) => {
      // A page of anybody could send this.
      if (request.headers['origin'] !== undefined) return json({ message: 'Pages may not do this' }, 403);
      const asked = disturbanceSchema.safeParse(JSON.parse(request.body.toString()));
      if (!asked.success) return json({ message: asked.error.message }, 400);
      const user = userNamed(instance.id, asked.data.user);
      if (user === undefined) return json({ message: 'user: the instance has no such user' }, 404);
      disturb(asked.data, { userId: user.id, panels, sessions });
      if (asked.data.kind === 'restore-network') sendUpdate(user.id);
      return json({});
    },
  };

  const service: ServiceDouble = {
    service: 'ccp',
    hosts: (host) => hostPattern.test(host),
    operationOf: ({ method, path }) => `${method} ${path}`,
    longPoll: ({ path }) => path === '/ccp-v2/api/events',
    faultsApply: () => false,
    handle: async (request) => {
      const alias = hostPattern.exec((request.headers['host'] ?? '').replace(/:\d+$/, ''))?.[1] ?? '';
      const instance = options.instanceOf(alias);
      if (instance === undefined)
        return { status: 404, body: `There is no Amazon Connect instance ${alias}` };
      const route = routes[`${request.method} ${request.path}`];
      if (route === undefined) return { status: 404, body: 'There is no such page' };
      const cookie = sessionOf(request);
      const session = sessions.find(cookie, instance.id);
      return await route({
        request,
        instance,
        origins: options.approvedOrigins(instance.id),
        cookie,
        session,
      });
    },
    errorResponse: ({ message, status }: AwsError) => json({ message }, status),
  };
  return { service };
}
