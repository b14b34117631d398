import { FakeChannel } from '../fixtures/linked-ports.ts';
import { connectFrame, type FrameEvent } from '../loader/port.ts';
import { type Introduction, introduction } from '../loader/protocol.ts';
import { acceptParent, CallRefused, type Parent, ParentRefused } from './accept-parent.ts';

const hello: Introduction = { type: introduction, options: { theme: 'dark' }, tokens: { accent: 'red' } };
const page = 'https://shop.example.com';
const chatOrigin = 'https://chat.example.com';

/** A window to which messages come, with the origin and source that the browser notes on them. */
function fakeWindow() {
  const listeners = new Set<(event: MessageEvent) => void>();
  const parent = { name: 'the page' };
  return {
    parent,
    self: {
      addEventListener: (_: string, listener: unknown) => listeners.add(listener as () => void),
      removeEventListener: (_: string, listener: unknown) => listeners.delete(listener as () => void),
    } as unknown as Window,
    post: (event: { data: unknown; origin?: string; source?: unknown; ports?: readonly MessagePort[] }) => {
      for (const listener of [...listeners])
        listener({ origin: page, source: parent, ports: [], ...event } as unknown as MessageEvent);
    },
    isListening: () => listeners.size > 0,
  };
}

function started(allowed: readonly string[] = [page]) {
  const around = fakeWindow();
  const accepted = acceptParent({
    ...around,
    isAllowed: (origin) => Promise.resolve(allowed.includes(origin)),
  });
  accepted.catch(() => undefined);
  return { ...around, accepted };
}

/** The loader's side, whose frame is the window above. */
function introduced(
  around: ReturnType<typeof fakeWindow>,
  onEvent: (event: FrameEvent) => void = () => undefined,
) {
  const contentWindow = {
    postMessage: (data: unknown, targetOrigin: string, ports: readonly MessagePort[]) => {
      expect(targetOrigin).toBe(chatOrigin);
      around.post({ data, ports });
    },
  };
  return connectFrame(
    { contentWindow } as unknown as HTMLIFrameElement,
    { origin: chatOrigin, hello },
    onEvent,
  );
}

beforeAll(() => {
  Object.assign(globalThis, { MessageChannel: FakeChannel });
});

describe('the page around the frame', () => {
  it('introduces itself, calls, is answered, and hears events', async () => {
    const around = started();
    const events: FrameEvent[] = [];
    const port = introduced(around, (event) => events.push(event));
    const early = port.call('send', 'before anybody answers');
    await port.introduced;
    const parent = await around.accepted;
    expect(parent.introduced).toMatchObject({ options: { theme: 'dark' }, tokens: { accent: 'red' } });
    const calls: unknown[] = [];
    parent.answer(async ({ call, args }) => void calls.push([call, ...args]));
    parent.tell({ event: 'unread', detail: { count: 2 } });
    await early;
    await port.call('newSession');
    expect(calls).toEqual([['send', 'before anybody answers'], ['newSession']]);
    expect(events).toEqual([{ event: 'unread', detail: { count: 2 } }]);
  });

  it('is told why a call failed', async () => {
    const around = started();
    const port = introduced(around);
    const parent = await around.accepted;
    const answers = [
      () => Promise.reject(new CallRefused('invalid-call', 'send: argument 0: must not be empty')),
      () => Promise.reject(new Error('offline')),
    ];
    parent.answer(() => (answers.shift() as () => Promise<void>)());
    await expect(port.call('send', '')).rejects.toMatchObject({
      code: 'invalid-call',
      message: 'atlas-chat: send: argument 0: must not be empty',
    });
    await expect(port.call('send', 'x')).rejects.toMatchObject({ code: 'not-answered' });
  });

  it('of another origin is refused, and learns it', async () => {
    const around = started(['https://other.example.com']);
    const port = introduced(around);
    await expect(port.introduced).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(around.accepted).rejects.toBeInstanceOf(ParentRefused);
  });

  it('is not taken for another window, another message, or one without a port', async () => {
    const around = started();
    const { port1 } = new FakeChannel();
    let accepted: Parent | undefined;
    void around.accepted.then((parent) => (accepted = parent));
    around.post({ data: hello, source: { name: 'another frame' }, ports: [port1] });
    around.post({ data: hello });
    around.post({ data: { ...hello, type: 'atlas-chat/2' }, ports: [port1] });
    around.post({ data: { ...hello, options: 'all' }, ports: [port1] });
    around.post({ data: null, ports: [port1] });
    await Promise.resolve();
    await Promise.resolve();
    expect([accepted, around.isListening()]).toEqual([undefined, true]);
  });

  it('is listened to once: a second introduction changes nothing', async () => {
    const around = started();
    introduced(around);
    await around.accepted;
    expect(around.isListening()).toBe(false);
  });

  it('is not answered for what is no call', async () => {
    const around = started();
    const { port1, port2 } = new FakeChannel();
    around.post({ data: hello, ports: [port2] });
    const answers: unknown[] = [];
    port1.onmessage = ({ data }) => answers.push(data);
    const parent = await around.accepted;
    parent.answer(() => Promise.resolve());
    port1.postMessage('send');
    port1.postMessage({ id: 'one', call: 'send', args: [] });
    port1.postMessage({ id: 7, call: 'send', args: [] });
    await new Promise((resolve) => setTimeout(resolve));
    expect(answers).toEqual([{ id: 0 }, { id: 7 }]);
  });
});
