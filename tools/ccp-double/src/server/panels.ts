import type { ResponseStream } from '@atlas-engine/aws-wire';
import type { PanelEvent } from '../panel-event.ts';

/** The open panels of people, to whom events are sent. */
export interface Panels {
  open(userId: string, out: ResponseStream): void;
  send(userId: string, event: PanelEvent): void;
  /** Whether a person's network is down: nothing reaches them, and their calls fail. */
  isCutOff(userId: string): boolean;
  cutOff(userId: string, isCut: boolean): void;
  /** The error that the next call of a method gets, once. */
  failNext(userId: string, method: string, error: string): void;
  failureOf(userId: string, method: string): string | undefined;
}

const writeEvent = (out: ResponseStream, event: PanelEvent): void => {
  out.write(`data: ${JSON.stringify(event)}\n\n`);
};

export function createPanels(onFirst: (userId: string) => () => void): Panels {
  const streams = new Map<string, { readonly outs: Set<ResponseStream>; readonly stop: () => void }>();
  const cut = new Set<string>();
  const failures = new Map<string, string>();
  const toAll = (userId: string, event: PanelEvent): void => {
    for (const out of streams.get(userId)?.outs ?? []) writeEvent(out, event);
  };

  return {
    open(userId, out) {
      const open = streams.get(userId) ?? { outs: new Set(), stop: onFirst(userId) };
      streams.set(userId, open);
      open.outs.add(out);
      if (cut.has(userId)) writeEvent(out, { kind: 'network', isUp: false });
      out.onClose(() => {
        open.outs.delete(out);
        if (open.outs.size > 0) return;
        open.stop();
        streams.delete(userId);
      });
    },
    send(userId, event) {
      if (!cut.has(userId) || event.kind === 'signed-out') toAll(userId, event);
    },
    isCutOff: (userId) => cut.has(userId),
    cutOff(userId, isCut) {
      if (isCut) cut.add(userId);
      else cut.delete(userId);
      toAll(userId, { kind: 'network', isUp: !isCut });
    },
    failNext: (userId, method, error) => void failures.set(`${userId}/${method}`, error),
    failureOf(userId, method) {
      const key = `${userId}/${method}`;
      const failure = failures.get(key);
      failures.delete(key);
      return failure;
    },
  };
}
