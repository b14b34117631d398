import type { Chat, ChatEvents, ChatOptions } from './api.ts';
import { AtlasChatError } from './chat-error.ts';
import { type Frame, loadFrame } from './frame.ts';
import { mountLauncher } from './launcher.ts';
import { createListeners } from './listeners.ts';
import { readOptions } from './options.ts';
import type { FrameEvent } from './port.ts';
import type { CallName, Calls } from './protocol.ts';
import { remembered } from './remember-open.ts';

type Mutable = { -readonly [Key in keyof ChatOptions]: ChatOptions[Key] };

/** What is done about a failure that is shown elsewhere. */
export const nothing = (): void => undefined;

/** Puts a chat on the page; what is in its frame is loaded when it is first opened or called. @throws AtlasChatError */
export function createChat(url: URL, given: ChatOptions = {}): Chat {
  const options: Mutable = { ...readOptions(given) };
  const launcher = mountLauncher(options);
  const { tell, on, off } = createListeners();
  const ready = Promise.withResolvers<undefined>();
  let frame: Frame | undefined;
  let isOpen = false;
  let isGone = false;
  const gone = new AtlasChatError('destroyed', 'destroyed');
  // A page that does not ask for `ready` learns of the failure from the button, or from its call.
  ready.promise.catch(nothing);

  const hear = (event: FrameEvent): void => {
    if (event.event === 'close') toggle(false);
    else tell(event);
    if (event.event === 'unread') launcher.badge((event.detail as ChatEvents['unread']).count || '');
  };
  const loaded = (): Frame => {
    if (frame) return frame;
    const created = loadFrame(launcher.root, { url, options, onEvent: hear });
    frame = created;
    created.element.hidden = !isOpen;
    created.port.then(
      () => ready.resolve(undefined),
      (error: unknown) => {
        ready.reject(error);
        launcher.badge('!');
        // Another try loads it again; one that was refused says so itself.
        if ((error as AtlasChatError).code === 'not-loaded') {
          created.element.remove();
          frame = undefined;
        }
      },
    );
    return created;
  };
  const call = async <Name extends CallName>(name: Name, ...args: Calls[Name]): Promise<void> => {
    if (isGone) throw gone;
    const port = await loaded().port;
    await port.call(name, ...args);
  };
  const setOpen = async (open: boolean): Promise<void> => {
    if (isGone) throw gone;
    if (open === isOpen) return;
    isOpen = open;
    remembered(open);
    launcher.button.ariaExpanded = String(open);
    const { element } = loaded();
    element.hidden = !open;
    if (open) element.focus();
    else launcher.button.focus();
    tell({ event: open ? 'open' : 'close', detail: {} });
    await call('visible', open);
  };
  // What fails here is on the button, and `ready` rejects.
  const toggle = (open: boolean): void => void setOpen(open).catch(nothing);
  launcher.button.onclick = () => toggle(!isOpen);
  if (options.open ?? remembered()) toggle(true);

  return {
    ready: ready.promise,
    open: () => setOpen(true),
    close: () => setOpen(false),
    send: (text) => call('send', text),
    setSessionAttribute: async (name, value) => {
      const attributes = { ...options.attributes, [name]: value };
      readOptions({ attributes });
      options.attributes = attributes;
      if (frame || isGone) await call('setSessionAttribute', name, value);
    },
    newSession: () => call('newSession'),
    signIn: (provider, token) => call('signIn', provider, token),
    on,
    off,
    destroy: () => {
      isGone = true;
      void frame?.port.then((port) => port.close(gone), nothing);
      ready.reject(gone);
      launcher.host.remove();
    },
  };
}
