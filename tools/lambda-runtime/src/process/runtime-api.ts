import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a process is told of one invocation. */
export interface Invocation {
  readonly requestId: string;
  readonly functionArn: string;
  /** JSON text. */
  readonly payload: string;
  /** Called when the process takes the invocation; gives the simulated time, epoch milliseconds. */
  readonly begin: () => number;
  readonly timeoutMs: number;
  readonly traceId: string;
  /** JSON text. */
  readonly clientContext?: string | undefined;
}

/** What a process says of an invocation or of its start: bodies are JSON text. */
export type RuntimeAnswer =
  | { readonly kind: 'init-error'; readonly body: string }
  | { readonly kind: 'response'; readonly body: string }
  | { readonly kind: 'error'; readonly body: string }
  | { readonly kind: 'response-too-large' };

/** Who hears of a process's requests. */
export interface RuntimeListener {
  /** The process asks for an invocation. */
  readonly ready: () => void;
  readonly answer: (answer: RuntimeAnswer) => void;
}

export interface RuntimeApi {
  /** `host:port`, as in AWS_LAMBDA_RUNTIME_API. */
  readonly address: string;
  /** Hands an invocation to the process as soon as it asks for one. */
  readonly give: (invocation: Invocation) => void;
  /** Peak memory in bytes as the process tells it, where /proc can not be read. */
  readonly toldPeak: number;
  readonly close: () => void;
}

/** Largest response, in bytes (docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html: 6 MB, as the service words it). */
export const largestResponse = 6_291_556;

const root = '/2018-06-01/runtime';

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

const answer = (response: ServerResponse, status: number, body: unknown): void => {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
};

const refuse = (response: ServerResponse, status: number, error: readonly [string, string]): void =>
  answer(response, status, { errorType: error[0], errorMessage: error[1] });

/** Serves the Lambda Runtime API to one process, on a loopback port of its own as AWS's contract has it. */
export const openRuntimeApi = async (listener: RuntimeListener): Promise<RuntimeApi> => {
  let asking: ServerResponse | undefined;
  let waiting: Invocation | undefined;
  let current: string | undefined;
  let toldPeak = 0;

  const handOver = (): void => {
    if (!asking || !waiting) return;
    const response = asking;
    const { requestId, functionArn, payload, begin, timeoutMs, traceId, clientContext } = waiting;
    asking = undefined;
    waiting = undefined;
    current = requestId;
    const simulatedNow = begin();
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(payload),
      'lambda-runtime-aws-request-id': requestId,
      'lambda-runtime-deadline-ms': simulatedNow + timeoutMs,
      'lambda-runtime-invoked-function-arn': functionArn,
      'lambda-runtime-trace-id': traceId,
      'atlas-simulated-now': simulatedNow,
      ...(clientContext !== undefined && { 'lambda-runtime-client-context': clientContext }),
    });
    response.end(payload);
  };

  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [, requestId, kind] = /^\/invocation\/([^/]+)\/(response|error)$/.exec(pathOf(request)) ?? [];
    if (requestId === undefined) {
      refuse(response, 404, ['NotFound', `no such path: ${pathOf(request)}`]);
      return;
    }
    const body = await bodyOf(request);
    if (requestId !== current) {
      refuse(response, 400, ['InvalidRequestID', `request ${requestId} is not the one under way`]);
      return;
    }
    toldPeak = Number(request.headers['atlas-peak-memory'] ?? 0) * 1024;
    current = undefined;
    if (kind === 'response' && body.length > largestResponse) {
      refuse(response, 413, [
        'RequestEntityTooLarge',
        `the response is larger than ${largestResponse} bytes`,
      ]);
      listener.answer({ kind: 'response-too-large' });
      return;
    }
    answer(response, 202, { status: 'OK' });
    listener.answer({ kind: kind === 'response' ? 'response' : 'error', body: body.toString('utf8') });
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = pathOf(request);
    if (request.method === 'GET' && path === '/invocation/next') {
      asking = response;
      listener.ready();
      handOver();
    } else if (request.method === 'POST' && path === '/init/error') {
      const body = (await bodyOf(request)).toString('utf8');
      answer(response, 202, { status: 'OK' });
      listener.answer({ kind: 'init-error', body });
    } else await take(request, response);
  };

  const server = createServer({ keepAliveTimeout: 0, requestTimeout: 0 }, (request, response) => {
    response.sendDate = false;
    // A request that breaks off is the process's end, which its exit tells.
    serve(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  server.unref();

  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    give: (invocation) => {
      waiting = invocation;
      handOver();
    },
    get toldPeak() {
      return toldPeak;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};

function pathOf(request: IncomingMessage): string {
  const path = request.url ?? '';
  return path.startsWith(root) ? path.slice(root.length) : '';
}
