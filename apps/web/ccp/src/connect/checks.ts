import type { ConnectPort } from './connect-port.ts';

export interface Finding {
  readonly what: string;
  readonly ok: boolean;
  /** What was found, and what to do when it is bad. */
  readonly text: string;
}

/** Milliseconds of listening. */
const listening = 1200;
/** Loudness, 0 to 255, above which somebody or something is heard. */
const audible = 6;
/** Milliseconds there and back above which talk becomes hard: ITU-T G.114 gives 150 one way. */
const slowRoundTrip = 300;

const microphoneProblems: Readonly<Record<string, string>> = {
  NotAllowedError:
    'The browser does not give it to this page. Allow it in the address bar, then check again.',
  NotFoundError: 'None is connected. Plug your headset in, then check again.',
  NotReadableError: 'Another program holds it. Close that program, then check again.',
};

/** Whether the browser gives a microphone, and whether it hears anything. */
export async function checkMicrophone(devices: MediaDevices | undefined): Promise<Finding> {
  const what = 'Microphone';
  if (devices === undefined) return { what, ok: false, text: 'Only a secure page (https) may use it.' };
  try {
    const stream = await devices.getUserMedia({ audio: true });
    const [track] = stream.getAudioTracks();
    const heard = (await loudnessOf(stream)) > audible;
    track?.stop();
    const text = heard ? 'is heard.' : 'is silent. Speak while it is checked; look for a mute switch.';
    return { what, ok: heard, text: `It ${text}` };
  } catch (error) {
    return { what, ok: false, text: problemOf(error) };
  }
}

const problemOf = (error: unknown): string =>
  (error instanceof DOMException ? microphoneProblems[error.name] : undefined) ??
  'It cannot be opened. Plug it in again.';

async function loudnessOf(stream: MediaStream): Promise<number> {
  const audio = new AudioContext();
  const analyser = audio.createAnalyser();
  audio.createMediaStreamSource(stream).connect(analyser);
  const levels = new Uint8Array(analyser.frequencyBinCount);
  let loudest = 0;
  const end = performance.now() + listening;
  while (performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    analyser.getByteFrequencyData(levels);
    loudest = Math.max(loudest, ...levels);
  }
  await audio.close();
  return loudest;
}

/** Whether Amazon Connect's softphone answers and sees a microphone. */
export async function checkSoftphone(port: Pick<ConnectPort, 'devices'>): Promise<Finding> {
  const what = 'Softphone';
  try {
    const microphones = (await port.devices()).filter(({ kind }) => kind === 'audioinput');
    return microphones.length > 0
      ? { what, ok: true, text: `Amazon Connect sees ${String(microphones.length)} microphone(s).` }
      : {
          what,
          ok: false,
          text: 'Amazon Connect sees no microphone. Allow it for Amazon Connect’s site too.',
        };
  } catch {
    return { what, ok: false, text: 'Amazon Connect does not answer. Load this page again.' };
  }
}

/** How long the way to our server and back takes: the middle of three. */
export async function checkNetwork(): Promise<Finding> {
  const what = 'Network';
  if (!navigator.onLine) return { what, ok: false, text: 'The browser is offline.' };
  try {
    const times: number[] = [];
    for (let n = 0; n < 3; n += 1) {
      const start = performance.now();
      await fetch('/config.json', { cache: 'no-store', signal: AbortSignal.timeout(4000) });
      times.push(performance.now() - start);
    }
    const middle = Math.round([...times].sort((a, b) => a - b)[1] ?? 0);
    return middle <= slowRoundTrip
      ? { what, ok: true, text: `${String(middle)} ms to the server and back.` }
      : {
          what,
          ok: false,
          text: `${String(middle)} ms to the server and back: too slow for a good call. Use a cable.`,
        };
  } catch {
    return { what, ok: false, text: 'The server does not answer.' };
  }
}
