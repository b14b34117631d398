import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An answer on the wire; `SILENCE` never comes, `undefined` breaks the connection. */
export type WireAnswer =
  'SILENCE' | { readonly status: number; readonly type?: string; readonly body?: unknown } | undefined;

export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly target: string | undefined;
  readonly body: Record<string, unknown>;
}

/** A service on a local port that answers as planned and records what it was asked. */
export interface RecordedService {
  readonly url: string;
  readonly requests: readonly RecordedRequest[];
  /** The answers to the next requests; the last one is repeated. */
  readonly plan: (...answers: WireAnswer[]) => void;
  readonly close: () => Promise<void>;
}

export async function startRecordedService(): Promise<RecordedService> {
  const requests: RecordedRequest[] = [];
  let planned: WireAnswer[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (part: Buffer) => (text += part.toString()));
    request.on('end', () => {
      requests.push({
        method: request.method ?? '',
        path: (request.url ?? '').split('?')[0] ?? '',
        target: request.headers['x-amz-target']?.toString(),
        body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
      });
      const answer = planned.length > 1 ? planned.shift() : planned[0];
      if (answer === 'SILENCE') return;
      if (answer === undefined) return void request.socket.destroy();
      const type = answer.type === undefined ? {} : { 'x-amzn-errortype': answer.type };
      response.writeHead(answer.status, { 'content-type': 'application/json', ...type });
      response.end(JSON.stringify(answer.body ?? {}));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    requests,
    plan: (...answers) => {
      planned = answers;
      requests.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
