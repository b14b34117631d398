/** A message of the Amazon Connect SDK. */
interface SdkMessage {
  readonly type: string;
  readonly namespace?: string;
  readonly command?: string;
  readonly requestId?: string;
  readonly data?: unknown;
  readonly topic?: Topic;
  readonly handlerId?: string;
}

interface Topic {
  readonly namespace: string;
  readonly key: string;
  readonly parameter?: string;
}

type Command = (data: unknown) => unknown;

/** The second channel of the panel, that of the Amazon Connect SDK. */
export interface SdkPort {
  /** Answers from now on what the page asks. */
  serve(commands: Readonly<Record<string, Command>>): void;
  /** Tells the subscribers of a topic, those of one parameter only what is about it. */
  publish(key: string, data: unknown, parameter?: string): void;
}

/** Offers the embedding page a port. */
export function openSdkPort(parent: Pick<Window, 'postMessage'>, newId: () => string): SdkPort {
  const { port1: port, port2 } = new MessageChannel();
  const subscriptions: { readonly topic: Topic; readonly handlerId: string | undefined }[] = [];
  let commands: Readonly<Record<string, Command>> = {};
  let counter = 0;

  const answer = ({ namespace = '', command = '', requestId, data }: SdkMessage): void => {
    const known = commands[command];
    const response = { type: 'response', namespace, requestId };
    if (known !== undefined) {
      port.postMessage({ ...response, isError: false, data: known(data) });
      return;
    }
    port.postMessage({
      ...response,
      isError: true,
      errorKey: 'handlerNotFound',
      reason: `${command} is not simulated`,
      details: { command, requestData: data },
    });
  };
  const handlers: Readonly<Record<string, (message: SdkMessage) => void>> = {
    'cross-domain-site-ready': () => {
      const status = { initialized: true, startTime: new Date() };
      port.postMessage({ type: 'acknowledge', connectionId: newId(), status, healthCheckInterval: 0 });
    },
    healthCheck: () => {
      counter += 1;
      port.postMessage({ type: 'healthCheckResponse', time: Date.now(), counter });
    },
    request: answer,
    subscribe: ({ topic, handlerId }) => {
      if (topic !== undefined) subscriptions.push({ topic, handlerId });
    },
    unsubscribe: ({ topic, handlerId }) => {
      const at = subscriptions.findIndex(
        (each) => each.handlerId === handlerId && each.topic.key === topic?.key,
      );
      if (at >= 0) subscriptions.splice(at, 1);
    },
  };
  port.addEventListener('message', ({ data }: MessageEvent<SdkMessage>) => handlers[data.type]?.(data));
  port.start();
  parent.postMessage({ type: 'cross-domain-adapter-init' }, '*', [port2]);
  return {
    serve(own) {
      commands = own;
    },
    publish(key, data, parameter) {
      for (const { topic, handlerId } of subscriptions) {
        if (topic.key !== key || (topic.parameter ?? parameter) !== parameter) continue;
        port.postMessage({ type: 'publish', topic, data, handlerId });
      }
    },
  };
}
