import type { PanelEvent } from '../panel-event.ts';

/** How a call of a method ended: with data, refused, without network, or without a session. */
export type CallResult =
  | { readonly kind: 'done'; readonly data: unknown }
  | { readonly kind: 'failed'; readonly err: string }
  | { readonly kind: 'signed-out' };

const networkFailure = JSON.stringify({
  type: 'NetworkFailure',
  message: 'Network Failure',
  stack: [],
  retryStatus: 'exhausted',
  statusCode: 0,
});

/** Calls a method of the panel's API. */
export async function call(method: string, params: unknown): Promise<CallResult> {
  const answer = await fetch('/ccp-v2/api/call', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ method, params: params ?? {} }),
  }).catch(() => undefined);
  if (answer?.status === 401) return { kind: 'signed-out' };
  if (answer?.ok !== true) return { kind: 'failed', err: networkFailure };
  const { data, err } = (await answer.json()) as { readonly data?: unknown; readonly err?: string };
  return err === undefined ? { kind: 'done', data } : { kind: 'failed', err };
}

export async function signOut(): Promise<void> {
  await fetch('/ccp-v2/api/sign-out', { method: 'POST' });
}

/** Hears what the server tells, until the returned function is called; a lost connection is a lost network. */
export function listen(onEvent: (event: PanelEvent) => void): () => void {
  const source = new EventSource('/ccp-v2/api/events');
  let isUp = true;
  const network = (now: boolean): void => {
    if (now === isUp) return;
    isUp = now;
    onEvent({ kind: 'network', isUp });
  };
  source.addEventListener('open', () => {
    network(true);
  });
  source.addEventListener('error', () => {
    // An answer that is no stream of events, such as 401, closes it for good.
    if (source.readyState === EventSource.CLOSED) onEvent({ kind: 'signed-out', reason: 'expired' });
    else network(false);
  });
  source.addEventListener('message', ({ data }: MessageEvent<string>) => {
    onEvent(JSON.parse(data) as PanelEvent);
  });
  return () => {
    source.close();
  };
}
