import type { CallFault } from '@atlas-engine/simulation';
import type { WebSocket } from 'ws';
import type { AwsError } from './aws-error.ts';
import type { CrossOrigin } from './cross-origin.ts';

/** Where a request is signed for: the part of SigV4 that tells services apart on one port. */
export interface SigningScope {
  readonly accessKeyId: string;
  readonly region: string;
  /** `dynamodb`, `states`, `sqs`, `s3`, `lex`, … */
  readonly service: string;
}

export interface WireRequest {
  readonly method: string;
  /** Path as sent, still percent-encoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** The query as sent, without the question mark; absent when there is none. */
  readonly rawQuery?: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Unframed (aws-chunked) and unzipped; as sent for a service that has hosts. */
  readonly body: Buffer;
  /** Address of the caller; absent where a request was made up. */
  readonly remoteAddress?: string;
  /** Absent on requests that are not signed, such as Salesforce's. */
  readonly scope?: SigningScope;
}

export interface WireResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** One `Set-Cookie` line each. */
  readonly cookies?: readonly string[];
  readonly body?: string | Uint8Array;
  /** Writes a body that has no end yet, such as server-sent events, once the head has left; `body` is then not sent. */
  readonly stream?: (out: ResponseStream) => void;
}

/** The body of an answer that is still being written. */
export interface ResponseStream {
  write(text: string): void;
  end(): void;
  /** Hears once that the stream is over, whoever ended it. */
  onClose(listener: () => void): void;
}

/** Takes over a websocket once it is open. */
export type AcceptSocket = (socket: WebSocket) => void;

/** One service on the wire. The server picks it by signing scope, or by `claims` for requests without one. */
export interface ServiceDouble {
  /** Signing scope, e.g. `sqs`. */
  readonly service: string;
  /**
   * Takes every request to a host, signed or not, before all other services: distributions, APIs, sign-in pages. Such a
   * service answers preflights itself, its bodies come as sent, and nobody's signature is read.
   *
   * @param host in lower case, without the port
   */
  hosts?(host: string): boolean;
  /**
   * Whether a request comes as sent, with nobody reading its signature: a service without Signature Version 4, whose
   * clients sign all the same, without a key. It must claim the request too.
   */
  asSent?(request: WireRequest): boolean;
  /** Takes an unsigned request (Salesforce, the Lambda Runtime API, pages). */
  claims?(request: WireRequest): boolean;
  /** Pages of which calls may read the answers; without it none, as most of AWS's services. */
  readonly crossOrigin?: CrossOrigin;
  /**
   * Gives what takes over a websocket, or undefined when it is not the service's. The first service that has the host,
   * and without one the first that gives something, has it.
   *
   * @throws AwsError to refuse the connection with its status
   */
  upgrade?(request: WireRequest): AcceptSocket | undefined;
  /** An AwsError that it throws is written by the server in the service's protocol. */
  handle(request: WireRequest): Promise<WireResponse>;
  /** The operation's name as the service calls it, for faults, traces and permission checks. Never throws. */
  operationOf(request: WireRequest): string;
  /** Whether the call only waits for something to happen: it does not keep the clock at wall speed. */
  longPoll?(request: WireRequest): boolean;
  /** Whether planned faults may strike this request; without it they may strike all. */
  faultsApply?(request: WireRequest): boolean;
  /** What the call is about, free of anything that differs between runs; without it a hash of the whole request. */
  faultKeyOf?(request: WireRequest): string;
  /** The answer to a planned fault, where the protocol's usual one does not fit. */
  faultResponse?(fault: RefusingFault, request: WireRequest): WireResponse;
  /** How the service writes an error; without it as JSON, or for the scope `s3` as S3 does. */
  errorResponse?(error: AwsError, request: WireRequest): WireResponse;
}

/** A fault that is answered before any effect. */
export type RefusingFault = Extract<CallFault, { readonly kind: 'throttle' | 'server-error' }>;

/** What an operation knows of its call. */
export interface CallContext {
  readonly request: WireRequest;
  readonly operation: string;
  readonly region: string;
  readonly requestId: string;
}

/** An operation of a service whose input and output are structures: all protocols but S3's. */
export type Operation = (input: Record<string, unknown>, context: CallContext) => unknown;
