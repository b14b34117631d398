import type { VoiceProblem, VoiceState } from '../conversation/state.ts';
import type { TextKey } from '../i18n/en.ts';
import type { Texts } from '../i18n/texts.ts';
import type { View } from './view.ts';

const phases: Readonly<Record<Exclude<VoiceState['phase'], 'off'>, TextKey>> = {
  listening: 'voiceListening',
  thinking: 'voiceThinking',
  speaking: 'voiceSpeaking',
};
const problems: Readonly<Record<VoiceProblem, TextKey>> = {
  blocked: 'voiceBlocked',
  none: 'voiceNone',
  busy: 'voiceBusy',
  silence: 'voiceSilence',
  unsupported: 'voiceUnsupported',
  failed: 'voiceFailed',
};

/** What the microphone does, or why it does not. */
export function VoiceBar({ state: { voice }, texts }: View) {
  const text = textOf(voice, texts);
  if (!text) return null;
  return (
    <p class="voice" role="status" data-problem={voice.problem !== undefined}>
      {voice.phase === 'listening' && (
        <meter class="level" min={0} max={1} value={voice.level} aria-hidden="true" />
      )}
      {text}
    </p>
  );
}

function textOf({ phase, problem, why }: VoiceState, texts: Texts): string | undefined {
  if (problem) return texts(problems[problem], { problem: texts(`problem.${why ?? 'failed'}`) });
  return phase === 'off' ? undefined : texts(phases[phase]);
}
