import type { Bot } from '../conversation/bot.ts';
import type { ChatState, VoiceState } from '../conversation/state.ts';
import type { Store } from '../conversation/store.ts';
import type { LexClient } from '../lex/lex-client.ts';
import { problemOf } from '../problem.ts';
import { play } from './play.ts';
import { MicrophoneProblem, record } from './record.ts';
import { recognizeUtterance } from './recognize-utterance.ts';

/** Speaking with the bot, one utterance at a time. */
export interface Voice {
  /** Listens until the speaker pauses, asks the bot, and plays its answer. */
  readonly listen: () => Promise<void>;
  /** Ends what is going on: what was said counts, what is played stops. */
  readonly stop: () => void;
}

interface VoiceOptions {
  readonly store: Store<ChatState>;
  readonly bot: Pick<Bot, 'hear'>;
  readonly lex: LexClient;
}

/** The devices, or those of a test. */
export interface Devices {
  readonly record: typeof record;
  readonly play: typeof play;
}

const silent: VoiceState = { phase: 'off', level: 0 };

export function createVoice({ store, bot, lex }: VoiceOptions, devices: Devices = { record, play }): Voice {
  let current = new AbortController();
  const setVoice = (voice: VoiceState): void => store.update((state) => ({ ...state, voice }));

  const converse = async (signal: AbortSignal): Promise<void> => {
    setVoice({ phase: 'listening', level: 0 });
    const pcm = await devices.record({ signal, onLevel: (level) => setVoice({ phase: 'listening', level }) });
    setVoice({ phase: 'thinking', level: 0 });
    let speech = new ArrayBuffer(0);
    await bot.hear(async (place) => {
      const utterance = await recognizeUtterance(lex, place, pcm);
      ({ speech } = utterance);
      return utterance;
    });
    setVoice({ phase: 'speaking', level: 0 });
    current = new AbortController();
    await devices.play(speech, current.signal);
    setVoice(silent);
  };

  return {
    listen: async () => {
      current.abort();
      current = new AbortController();
      try {
        await converse(current.signal);
      } catch (error) {
        const problem = error instanceof MicrophoneProblem ? error.problem : 'failed';
        setVoice({ ...silent, problem, why: problem === 'failed' ? problemOf(error).code : undefined });
      }
    },
    stop: () => current.abort(),
  };
}
