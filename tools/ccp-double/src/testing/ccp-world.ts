import { createWireServer, type ServiceDouble } from '@atlas-engine/aws-wire';
import { createManualClock, createMemoryStore } from '@atlas-engine/simulation';
import { createCcp } from '../index.ts';
import { alias, instanceId, staffedConnect } from './staffed-connect.ts';

/** A host of a test's own pages on the same port. */
export interface TestSite {
  readonly host: string;
  readonly pages: Readonly<Record<string, { readonly type: string; readonly body: string }>>;
}

const serviceOf = ({ host, pages }: TestSite): ServiceDouble => ({
  service: 'test-site',
  hosts: (asked) => asked === host,
  operationOf: ({ path }) => path,
  handle: ({ path }) => {
    const page = pages[path];
    return Promise.resolve(
      page === undefined
        ? { status: 404 }
        : { status: 200, headers: { 'content-type': page.type }, body: page.body },
    );
  },
});

/** The control panel on the wire, on a clock that the test moves. */
export async function serveCcp(site?: TestSite) {
  const clock = createManualClock(Date.parse('2026-11-23T15:00:00Z'));
  const store = createMemoryStore();
  const connect = staffedConnect(clock, store);
  const chatListeners = new Set<(message: { topic: string; contentType: string; content: string }) => void>();
  const origins: string[] = [];
  const ccp = createCcp({
    clock,
    store,
    region: 'us-east-1',
    people: connect.people,
    instanceOf: (asked) => (asked === alias ? { id: instanceId, alias } : undefined),
    approvedOrigins: () => origins,
    onChatMessage: (_, listener) => {
      chatListeners.add(listener);
      return () => chatListeners.delete(listener);
    },
  });
  const services = [ccp.service, connect.service, ...(site === undefined ? [] : [serviceOf(site)])];
  const server = await createWireServer({ services, clock, store });
  const host = `${alias}.my.connect.localhost:${server.port}`;
  if (site !== undefined) origins.push(`http://${site.host}:${server.port}`);
  return {
    clock,
    connect,
    port: server.port,
    panelUrl: `http://${host}`,
    /** Asks the panel's host from Node, which cannot resolve its name. */
    ask: (path: string, init: RequestInit & { readonly headers?: Readonly<Record<string, string>> } = {}) =>
      request(server.port, { host, path, ...init }),
    disturb: async (disturbance: object) =>
      await request(server.port, {
        host,
        path: '/_atlas/disturb',
        method: 'POST',
        body: JSON.stringify(disturbance),
      }),
    say: (content: string) => {
      for (const listener of chatListeners)
        listener({ topic: 'aws/chat', contentType: 'application/json', content });
    },
    /** Calls a customer, whom the flow gives to the queue in one of its ways. */
    async call(
      flowId: 'to-queue' | 'to-callback' | 'to-task',
      attributes: Readonly<Record<string, string>> = {},
    ) {
      const answer = await request(server.port, {
        host: `127.0.0.1:${server.port}`,
        path: '/contact/outbound-voice',
        method: 'PUT',
        headers: {
          authorization:
            'AWS4-HMAC-SHA256 Credential=AKIALOCAL/20261123/us-east-1/connect/aws4_request, SignedHeaders=host, Signature=0',
        },
        body: JSON.stringify({
          InstanceId: instanceId,
          ContactFlowId: flowId,
          DestinationPhoneNumber: '+12125550127',
          SourcePhoneNumber: '+12125550199',
          Attributes: attributes,
        }),
      });
      await clock.advanceBy(25_000);
      return JSON.parse(answer.body) as { readonly ContactId: string };
    },
    close: () => server.close(),
  };
}

export type CcpWorld = Awaited<ReturnType<typeof serveCcp>>;

interface Asked {
  readonly host: string;
  readonly path: string;
  readonly method?: string | undefined;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One request with a Host header of its own. */
async function request(port: number, { host, path, method = 'GET', body, headers }: Asked) {
  const { request: send } = await import('node:http');
  return await new Promise<{
    readonly status: number;
    readonly headers: Readonly<Record<string, string | string[] | undefined>>;
    readonly body: string;
  }>((resolve, reject) => {
    const outgoing = send(
      { host: '127.0.0.1', port, path, method, headers: { host, ...headers } },
      (incoming) => {
        let text = '';
        incoming.setEncoding('utf8').on('data', (part: string) => (text += part));
        incoming.on('end', () => {
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: text });
        });
      },
    );
    outgoing.on('error', reject).end(body);
  });
}
