import * as fc from 'fast-check';
import { startedBot } from '../fixtures/started-bot.ts';
import { fakeNetwork, serviceError } from '../fixtures/network.ts';
import { createLexClient } from '../lex/lex-client.ts';
import { pack, unpack } from './packed.ts';
import { levelOf, toLexPcm } from './pcm.ts';
import { MicrophoneProblem } from './record.ts';
import { createSilenceDetector, type Hearing } from './silence.ts';
import { createVoice } from './voice.ts';

jest.mock('./capture-worklet.ts?worker&url', () => 'capture-worklet.js', { virtual: true });

/** What the detector says at the end of stretches of loudness, in steps of 20 ms. */
const heard = (...stretches: readonly (readonly [level: number, milliseconds: number])[]): Hearing => {
  const detect = createSilenceDetector();
  let hearing: Hearing = 'waiting';
  for (const [level, milliseconds] of stretches)
    for (let passed = 0; passed < milliseconds; passed += 20) {
      hearing = detect(level, 20);
      if (hearing !== 'waiting' && hearing !== 'speaking') return hearing;
    }
  return hearing;
};

describe('the end of an utterance', () => {
  it('is a pause after words', () => {
    expect(heard([0.001, 800], [0.1, 1000], [0.001, 1100])).toBe('speaking');
    expect(heard([0.001, 800], [0.1, 1000], [0.001, 1200])).toBe('ended');
    expect(heard([0.1, 500], [0.001, 800], [0.1, 500], [0.001, 1200])).toBe('ended');
  });

  it('is found where it is loud around', () => {
    expect(heard([0.01, 2000], [0.2, 1000], [0.01, 1200])).toBe('ended');
  });

  it('is not a click, and nothing at all is silence', () => {
    expect(heard([0.2, 100], [0.001, 2000])).toBe('waiting');
    expect(heard([0.001, 6000])).toBe('silent');
    expect(heard([0, 20_000])).toBe('silent');
  });

  it('comes before Lex would refuse', () => {
    expect(heard([0.1, 20_000])).toBe('too-long');
  });
});

describe('sound for Lex', () => {
  it('has 16,000 samples a second, whatever the microphone has', () => {
    for (const rate of [16_000, 44_100, 48_000, 96_000])
      expect(toLexPcm([new Float32Array(rate)], rate).byteLength).toBe(32_000);
  });

  it('is 16 bit, little-endian, and never overflows', () => {
    const view = new DataView(
      toLexPcm([new Float32Array([0, 1, -1]), new Float32Array([2, -2, 0.5])], 16_000),
    );
    const samples = Array.from({ length: 6 }, (_, index) => view.getInt16(index * 2, true));
    expect(samples).toEqual([0, 32767, -32767, 32767, -32767, 16384]);
  });

  it('keeps how loud it is', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 1, noNaN: true }), (level) => {
        const samples = new Float32Array(4800).fill(level);
        const view = new Int16Array(toLexPcm([samples], 48_000));
        const loudness = levelOf(Float32Array.from(view, (sample) => sample / 0x7fff));
        expect(loudness).toBeCloseTo(level, 2);
      }),
    );
  });
});

describe('headers of Lex', () => {
  it('hold JSON', async () => {
    const value = { a: ['é', 1] };
    expect(await unpack(await pack(value))).toEqual(value);
    expect(await unpack(null)).toBeUndefined();
  });
});

async function answered() {
  return new Response(new Uint8Array([1, 2, 3]), {
    headers: {
      'x-amz-lex-messages': await pack([{ contentType: 'PlainText', content: 'Hello' }]),
      'x-amz-lex-session-state': await pack({ sessionAttributes: {} }),
      'x-amz-lex-input-transcript': await pack('good morning'),
    },
  });
}

function talking(
  reply: () => unknown,
  record: () => Promise<ArrayBuffer> = () => Promise.resolve(new ArrayBuffer(8)),
) {
  const { network, received } = fakeNetwork(reply);
  const lex = createLexClient({
    endpoint: 'https://lex.test',
    region: 'us-east-1',
    bot: { id: 'ABCDEFGHIJ', aliasId: 'TSTALIASID' },
    credentials: {
      get: () => Promise.resolve({ accessKeyId: 'A', secretAccessKey: 's', sessionToken: 't' }),
      forget: () => undefined,
      signIn: () => undefined,
    },
    network,
  });
  const started = startedBot(() => ({}));
  const played: number[] = [];
  const phases: string[] = [];
  started.store.listen(({ voice }, before) => {
    if (voice.phase !== before.voice.phase) phases.push(voice.phase);
  });
  const play = async (sound: ArrayBuffer) => void played.push(sound.byteLength);
  const voice = createVoice({ ...started, lex }, { record, play });
  return { ...started, voice, received, played, phases };
}

describe('speaking with the bot', () => {
  it('shows what was heard and what is answered, and plays it', async () => {
    const { voice, lines, received, played, phases, store } = talking(answered);
    await voice.listen();
    expect(lines()).toEqual(['customer (sent): good morning', 'bot: Hello']);
    expect(received[0]?.url).toMatch(/botLocales\/en_US\/sessions\/session-1\/utterance$/);
    expect(received[0]?.headers.get('content-type')).toBe('audio/l16; rate=16000; channels=1');
    expect(await unpack(received[0]?.headers.get('x-amz-lex-request-attributes') ?? null)).toEqual({
      'x-amz-lex:time-zone': 'Europe/London',
    });
    expect(played).toEqual([3]);
    expect(phases).toEqual(['listening', 'thinking', 'speaking', 'off']);
    expect(store.get().voice.problem).toBeUndefined();
  });

  it.each(['blocked', 'none', 'busy', 'silence', 'unsupported'] as const)(
    'says why it hears nothing: %s',
    async (problem) => {
      const { voice, store, lines } = talking(answered, () => Promise.reject(new MicrophoneProblem(problem)));
      await voice.listen();
      expect(store.get().voice).toEqual({ phase: 'off', level: 0, problem, why: undefined });
      expect(lines()).toEqual([]);
    },
  );

  it.each([
    [() => serviceError(429, 'ThrottlingException'), 'throttled'],
    [() => serviceError(501, 'NotSupported'), 'failed'],
    [() => new Response('', { headers: { 'x-amz-lex-messages': 'no gzip' } }), 'unreadable'],
  ])('says why the bot did not answer (%#)', async (reply, why) => {
    const { voice, store } = talking(reply);
    await voice.listen();
    expect(store.get().voice).toMatchObject({ phase: 'off', problem: 'failed', why });
    expect(store.get().typing).toBeUndefined();
  });
});
