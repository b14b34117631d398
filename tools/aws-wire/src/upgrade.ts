import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { AwsError } from './aws-error.ts';
import { isOfThisMachine } from './cross-origin.ts';
import { readHead } from './read-request.ts';
import type { Routing } from './routing.ts';
import type { AcceptSocket, WireRequest } from './wire.ts';

/** The largest message that is taken from a websocket: 1 MiB. */
const largestMessage = 1024 * 1024;

const refuse = (socket: Duplex, status: number): void => {
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};

/** What takes over a websocket. @throws AwsError when no service does, or when the page is not of this machine */
const acceptorOf = (request: WireRequest, route: Routing): AcceptSocket => {
  if (!isOfThisMachine(request))
    throw new AwsError('Forbidden', 'origin: only pages of this machine', { status: 403 });
  for (const service of route.ofSocket(request)) {
    const accept = service.upgrade?.(request);
    if (accept !== undefined) return accept;
  }
  throw new AwsError('NotFound', `${request.path}: no service takes a websocket here`, { status: 404 });
};

/** Opens websockets for the services that take them. */
export const createUpgrades = (route: Routing, onDefect: (defect: unknown) => void) => {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestMessage });
  return (incoming: IncomingMessage, socket: Duplex, head: Buffer): void => {
    try {
      const accept = acceptorOf(readHead(incoming), route);
      sockets.handleUpgrade(incoming, socket, head, (open) => {
        open.on('error', () => open.terminate());
        accept(open);
      });
    } catch (error) {
      if (!(error instanceof AwsError)) onDefect(error);
      refuse(socket, error instanceof AwsError ? error.status : 500);
    }
  };
};
