import { createConduit } from './conduit.ts';
import { createHolds } from './holds.ts';
import { sdkCommands } from './sdk-commands.ts';
import { openSdkPort } from './sdk-port.ts';
import { call, listen, signOut } from './session.ts';
import { showPanel } from './show-panel.ts';
import { handOverSignIn, takeSignIn } from './sign-in.ts';

const meta = (name: string): string | undefined =>
  document.querySelector<HTMLMetaElement>(`meta[name="atlas-${name}"]`)?.content;

async function mediaDevices(): Promise<unknown> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.map((device) => device.toJSON() as unknown);
}

function embed(): void {
  const { parent } = window;
  const newId = () => crypto.randomUUID();
  const conduit = createConduit({
    post: (message) => {
      parent.postMessage(message, '*');
    },
    call,
    signOut,
    mediaDevices,
    id: newId(),
    now: () => Date.now(),
  });
  const sdk = openSdkPort(parent, newId);
  const holds = createHolds();
  let isOnline = true;
  sdk.serve(
    sdkCommands({
      region: meta('region') ?? '',
      origin: location.origin,
      isOnline: () => isOnline,
      isOnHold: holds.has,
      publish: (key, data) => {
        sdk.publish(key, data);
      },
    }),
  );
  addEventListener(
    'message',
    ({ source, data }: MessageEvent<{ event?: unknown; data?: unknown } | null>) => {
      if (source === parent && typeof data?.event === 'string') conduit.take(data.event, data.data);
    },
  );
  conduit.start();
  const stop = listen((event) => {
    conduit.heed(event);
    showPanel(event);
    if (event.kind === 'signed-out') stop();
    if (event.kind === 'network') {
      isOnline = event.isUp;
      const status = isOnline ? 'connected' : 'disconnected';
      sdk.publish('agent/networkConnectionStatusChanged', { status, timestamp: new Date() });
    }
    if (event.kind !== 'update') return;
    for (const change of holds.heed(event.snapshot))
      sdk.publish(
        change.isOnHold ? 'voice/participantHold' : 'voice/participantResume',
        change,
        change.participantId,
      );
  });
  takeSignIn(() => conduit.isSignedOut());
}

function standAlone(): void {
  const stop = listen((event) => {
    showPanel(event);
    if (event.kind === 'signed-out') stop();
  });
  handOverSignIn(() => {
    showPanel({ kind: 'message', event: 'handed-over' });
  });
}

if (meta('user') === undefined) takeSignIn(() => true);
else if (window.parent === window) standAlone();
else embed();
