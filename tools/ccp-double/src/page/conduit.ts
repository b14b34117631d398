import type { PanelEvent } from '../panel-event.ts';
import { broadcastAnswers, type Downstream } from './broadcast.ts';
import { agentUpdate } from './dates.ts';
import type { CallResult } from './session.ts';

interface ApiRequest {
  readonly method: string;
  readonly requestId: string;
  readonly params: unknown;
}

interface MasterRequest {
  readonly method: string;
  readonly requestId: string;
  readonly params?: { readonly topic?: string };
}

export interface ConduitOptions {
  readonly post: (message: Downstream) => void;
  readonly call: (method: string, params: unknown) => Promise<CallResult>;
  readonly signOut: () => Promise<void>;
  readonly mediaDevices: () => Promise<unknown>;
  readonly id: string;
  readonly now: () => number;
}

/** The panel's side of the protocol: everything that the library of the embedding page says is answered here. */
export interface Conduit {
  start(): void;
  /** A message of the embedding page. */
  take(event: string, data: unknown): void;
  /** News from the server. */
  heed(event: PanelEvent): void;
  isSignedOut(): boolean;
}

const lost = ['agent::websocket_connection_lost', 'webSocket::connection_lost'];
const gained = ['agent::websocket_connection_gained', 'webSocket::connection_gain'];

export function createConduit(options: ConduitOptions): Conduit {
  const { post, call } = options;
  let signedOut = false;
  let calls = 0;
  let latest: (PanelEvent & { kind: 'update' }) | undefined;
  let held: (PanelEvent & { kind: 'update' }) | undefined;

  const push = (): void => {
    if (latest !== undefined) post({ event: 'agent::update', data: agentUpdate(latest, options.now()) });
  };
  /** What a call changes is shown after its answer, as from the service. */
  const release = (): void => {
    calls -= 1;
    if (calls > 0 || held === undefined) return;
    latest = held;
    held = undefined;
    push();
  };
  const endSession = (event: string, data?: unknown): void => {
    signedOut = true;
    post({ event, data });
  };

  const api = async ({ method, requestId, params }: ApiRequest): Promise<void> => {
    calls += 1;
    const result = await call(method, params);
    if (result.kind === 'signed-out') endSession('auth_fail', { authorize: true });
    // Without a session a call is never answered.
    else if (result.kind === 'done')
      post({ event: 'api_response', data: { requestId, data: result.data, err: null } });
    else post({ event: 'api_response', data: { requestId, data: null, err: result.err } });
    setTimeout(release, 0);
  };

  const master = ({ method, requestId, params }: MasterRequest): void => {
    const topic = params?.topic;
    const answer =
      method === 'becomeMaster'
        ? { masterId: options.id, takeOver: true, topic }
        : { masterId: options.id, isMaster: true, topic };
    post({ event: 'master_response', data: { requestId, data: answer, err: null } });
  };

  const isInCall = (): boolean => {
    const { contacts = [] } = (latest?.snapshot ?? {}) as {
      readonly contacts?: readonly { readonly type: string; readonly state: { readonly type: string } }[];
    };
    return contacts.some(
      ({ type, state }) => type !== 'chat' && type !== 'task' && state.type === 'connected',
    );
  };

  const handlers: Readonly<Record<string, (data: never) => unknown>> = {
    synchronize: () => {
      post({ event: 'acknowledge' });
    },
    api_request: (data: ApiRequest) => api(data),
    master_request: master,
    broadcast: (data: Downstream) => {
      for (const each of broadcastAnswers(data, isInCall())) post(each);
    },
    reload_agent_configuration: push,
    terminate: async () => {
      await options.signOut();
      endSession('terminated');
    },
    media_device_request: async () => {
      const data = await options.mediaDevices().catch(() => ({ error: 'There are no media devices' }));
      post({ event: 'media_device_response', data });
    },
    'webSocket::subscribe': (topics: readonly string[]) => {
      post({ event: 'webSocket::subscription_update', data: topics });
      post({ event: 'webSocket::connection_gain' });
    },
  };

  const news: { readonly [K in PanelEvent['kind']]: (event: PanelEvent & { kind: K }) => void } = {
    update(event) {
      if (calls > 0) held = event;
      else {
        latest = event;
        push();
      }
    },
    message: ({ event, data }) => {
      post({ event, data });
    },
    network({ isUp }) {
      for (const event of isUp ? gained : lost) post({ event });
    },
    'signed-out'({ reason }) {
      if (signedOut) return;
      if (reason === 'expired') endSession('auth_fail', { authorize: true });
      else endSession('access_denied');
    },
  };

  return {
    start() {
      post({ event: 'acknowledge', data: { id: options.id } });
      post({ event: 'update_connected_ccps', data: { length: 1 } });
    },
    take(event, data) {
      if (!signedOut) handlers[event]?.(data as never);
    },
    heed(event) {
      if (!signedOut) news[event.kind](event as never);
    },
    isSignedOut: () => signedOut,
  };
}
