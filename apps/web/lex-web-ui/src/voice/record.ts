import type { VoiceProblem } from '../conversation/state.ts';
import captureWorklet from './capture-worklet.ts?worker&url';
import { levelOf, toLexPcm } from './pcm.ts';
import { createSilenceDetector } from './silence.ts';

/** Why nothing can be recorded. */
export class MicrophoneProblem extends Error {
  readonly problem: VoiceProblem;

  constructor(problem: VoiceProblem, options?: ErrorOptions) {
    super(problem, options);
    this.name = 'MicrophoneProblem';
    this.problem = problem;
  }
}

const problems: Readonly<Record<string, VoiceProblem>> = {
  NotAllowedError: 'blocked',
  SecurityError: 'blocked',
  NotFoundError: 'none',
  OverconstrainedError: 'none',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

interface RecordOptions {
  /** How loud it is, 0 to 1. */
  readonly onLevel: (level: number) => void;
  /** Ends the recording; what was said until then counts. */
  readonly signal: AbortSignal;
}

/** Records one utterance: until the speaker pauses, or `signal` says so. @throws MicrophoneProblem */
export async function record({ onLevel, signal }: RecordOptions): Promise<ArrayBuffer> {
  if (typeof AudioWorkletNode === 'undefined') throw new MicrophoneProblem('unsupported');
  const stream = await microphone();
  const audio = new AudioContext();
  try {
    await audio.audioWorklet.addModule(captureWorklet);
    const { chunks, hasSpoken } = await listen(audio, stream, { onLevel, signal });
    if (!hasSpoken) throw new MicrophoneProblem('silence');
    return toLexPcm(chunks, audio.sampleRate);
  } finally {
    for (const track of stream.getTracks()) track.stop();
    await audio.close();
  }
}

async function microphone(): Promise<MediaStream> {
  // Where the page is not secure, or its policy keeps the microphone, there are no devices at all.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) throw new MicrophoneProblem('unsupported');
  try {
    return await devices.getUserMedia({
      audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true },
    });
  } catch (cause) {
    throw new MicrophoneProblem(problems[(cause as DOMException).name] ?? 'unsupported', { cause });
  }
}

interface Heard {
  readonly chunks: readonly Float32Array[];
  readonly hasSpoken: boolean;
}

function listen(
  audio: AudioContext,
  stream: MediaStream,
  { onLevel, signal }: RecordOptions,
): Promise<Heard> {
  return new Promise((resolve) => {
    const capture = new AudioWorkletNode(audio, 'capture');
    const detect = createSilenceDetector();
    const chunks: Float32Array[] = [];
    let hasSpoken = false;
    const end = (): void => {
      capture.port.onmessage = null;
      resolve({ chunks, hasSpoken });
    };
    capture.port.onmessage = ({ data }: MessageEvent<Float32Array>) => {
      chunks.push(data);
      const level = levelOf(data);
      const hearing = detect(level, (data.length / audio.sampleRate) * 1000);
      hasSpoken ||= hearing === 'speaking' || hearing === 'ended';
      // A few times a second is enough for the eye.
      if (chunks.length % 32 === 0) onLevel(Math.min(1, level * 6));
      if (hearing === 'ended' || hearing === 'silent' || hearing === 'too-long') end();
    };
    signal.addEventListener('abort', end);
    audio.createMediaStreamSource(stream).connect(capture);
  });
}
