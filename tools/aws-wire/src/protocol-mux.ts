import { createServer as createHttpServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer as createHttp2Server } from 'node:http2';
import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** HTTP/1.1 and HTTP/2 with prior knowledge on one clear-text port, told apart by the first bytes. */
export interface ProtocolMux {
  readonly port: number;
  /** Takes no more connections. */
  stopListening(): void;
  /** Ends every connection, also those in use. */
  close(): Promise<void>;
}

export interface MuxOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  onHttp1(request: IncomingMessage, response: ServerResponse): void;
  onHttp2(request: Http2ServerRequest, response: Http2ServerResponse): void;
  onUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

/** How the client preface of HTTP/2 begins; no HTTP/1.1 method does. */
const preface = Buffer.from('PRI');

const whenRecognized = (socket: Socket, deliver: (isHttp2: boolean) => void): void => {
  let seen = Buffer.alloc(0);
  const peek = (): void => {
    seen = Buffer.concat([seen, (socket.read() as Buffer | null) ?? Buffer.alloc(0)]);
    const start = seen.subarray(0, preface.length);
    if (start.length < preface.length && preface.subarray(0, start.length).equals(start)) {
      socket.once('readable', peek);
      return;
    }
    socket.unshift(seen);
    deliver(start.equals(preface));
  };
  peek();
};

/** Opens the port. @throws the system's error when it is taken. */
export const openMux = async (options: MuxOptions): Promise<ProtocolMux> => {
  // A client keeps its connections: one closed for idleness would look like a lost answer.
  const http1 = createHttpServer(
    { keepAliveTimeout: 0, requestTimeout: 0, headersTimeout: 0 },
    (request, response) => options.onHttp1(request, response),
  );
  http1.on('upgrade', (request, socket, head) => options.onUpgrade(request, socket, head));
  const http2 = createHttp2Server((request, response) => options.onHttp2(request, response));
  const sockets = new Set<Socket>();
  const listener = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    whenRecognized(socket, (isHttp2) => (isHttp2 ? http2 : http1).emit('connection', socket));
  });
  await new Promise<void>((resolve, reject) => {
    listener.once('error', reject);
    listener.listen(options.port, options.host, resolve);
  });
  const closed = new Promise<void>((resolve) => listener.once('close', resolve));
  return {
    port: (listener.address() as AddressInfo).port,
    stopListening: () => listener.close(),
    close: () => {
      listener.close();
      for (const socket of sockets) socket.destroy();
      return closed;
    },
  };
};
