import { createAnswering } from './answering.ts';
import type { AnsweringOptions } from './answering.ts';
import { isPreflight, preflightAnswer, readableByPage } from './cross-origin.ts';
import { openMux } from './protocol-mux.ts';
import { readHead, readRequest } from './read-request.ts';
import type { NodeRequest } from './read-request.ts';
import { deliver, withhold } from './send-response.ts';
import type { NodeResponse } from './send-response.ts';
import { AwsError } from './aws-error.ts';
import { createRouting } from './routing.ts';
import { createUpgrades } from './upgrade.ts';
import type { WireRequest } from './wire.ts';
import { writeError } from './write-error.ts';

export interface WireServerOptions extends AnsweringOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** A loopback address; 127.0.0.1 by default. Clients must use it as it is: `localhost` changes what S3 sends. */
  readonly host?: string;
}

export interface WireServer {
  readonly port: number;
  /** `http://host:port`, for the SDK's endpoint variables. */
  readonly url: string;
  /** Takes no more calls, lets those that are not long polls finish, and ends all connections. */
  close(): Promise<void>;
}

const loopback = /^(127\.\d+\.\d+\.\d+|::1|localhost)$/;

/**
 * Serves all doubles on one port, HTTP/1.1 and HTTP/2 in clear text, on this machine only.
 *
 * A request goes to the service that has its host; else a signed one to the service of its signing scope, an unsigned
 * one to the service that claims it. The store is flushed before an answer leaves, so that what a caller was told survives the process.
 *
 * @throws AwsError when two services have the same scope, or the host is not a loopback address.
 */
export const createWireServer = async (options: WireServerOptions): Promise<WireServer> => {
  const host = options.host ?? '127.0.0.1';
  if (!loopback.test(host))
    throw new AwsError('InvalidHost', `host: must be a loopback address such as 127.0.0.1, was ${host}`);
  const route = createRouting(options.services);
  const answering = createAnswering(options, route);
  const hasHost = (request: WireRequest): boolean => route.ofHost(request) !== undefined;

  const asSent = (request: WireRequest): boolean =>
    hasHost(request) || options.services.some((service) => service.asSent?.(request) === true);

  const serve = async (incoming: NodeRequest, outgoing: NodeResponse): Promise<void> => {
    let request = readHead(incoming);
    try {
      request = await readRequest(incoming, asSent);
    } catch (error) {
      if (error instanceof AwsError) deliver(outgoing, writeError(error, request));
      else withhold(outgoing);
      return;
    }
    if (isPreflight(request) && !hasHost(request)) {
      deliver(outgoing, preflightAnswer(request, route.ofPreflight(request)?.crossOrigin));
      return;
    }
    const policy = route.find(request)?.crossOrigin;
    await answering.answer(request, (answer) => {
      if (answer === 'lost') withhold(outgoing);
      else deliver(outgoing, readableByPage(request, answer, policy));
    });
  };

  const upgrade = createUpgrades(route, (defect) => {
    if (options.onDefect) options.onDefect(defect, { service: 'unknown', operation: 'upgrade' });
    else console.error('websocket: the double failed', defect);
  });
  const mux = await openMux({
    host,
    port: options.port ?? 0,
    onHttp1: (request, response) => void serve(request, response),
    onHttp2: (request, response) => void serve(request, response),
    onUpgrade: upgrade,
  });
  return {
    port: mux.port,
    url: `http://${host.includes(':') ? `[${host}]` : host}:${mux.port}`,
    close: async () => {
      mux.stopListening();
      await answering.settled();
      await mux.close();
    },
  };
};
