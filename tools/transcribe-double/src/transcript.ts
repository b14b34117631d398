import type { Recording, SpokenTurn } from '@atlas-engine/call-recording';
import type { Job } from './job.ts';

const personal = [
  { type: 'EMAIL', pattern: /[^\s@]+@[^\s@]+\.[a-z]{2,}/gi },
  { type: 'PHONE', pattern: /\+?\d[\d\s().-]{6,}\d/g },
];

interface Word {
  readonly text: string;
  readonly redacted?: string;
}

/** Transcribe's output for a recording; with `redact`, what looks personal is `[PII]`. All times are strings. */
export function transcriptOf(
  job: Job,
  recording: Recording,
  place: { accountId: string; redact: boolean },
): string {
  const turns = recording.turns.toSorted((a, b) => a.from - b.from);
  const spoken = turns.map((turn) => ({ turn, words: wordsOf(turn.text, place.redact) }));
  const items = spoken.flatMap(({ turn, words }) => itemsOf(turn, words));
  const texts = spoken.map(({ words }) => words.map((word) => word.text).join(' '));
  const language = job.languageCode ?? 'en-US';
  return JSON.stringify({
    jobName: job.name,
    accountId: place.accountId,
    ...(place.redact ? { isRedacted: true } : {}),
    status: 'COMPLETED',
    results: {
      language_code: language,
      transcripts: [{ transcript: texts.join(' ') }],
      ...(job.channels ? { channel_labels: channelLabels(items, recording.channels) } : {}),
      items: items.map((item, id) => ({ id, ...item })),
      audio_segments: segments(spoken, texts),
    },
  });
}

function wordsOf(text: string, redact: boolean): Word[] {
  const marked = redact
    ? personal.reduce((current, { type, pattern }) => current.replace(pattern, `\u0000${type}\u0000`), text)
    : text;
  return marked
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => {
      // eslint-disable-next-line no-control-regex -- NUL cannot occur in speech, so it marks what was redacted
      const hit = /\u0000([A-Z]+)\u0000/.exec(word);
      return hit?.[1] === undefined ? { text: word } : { text: '[PII]', redacted: hit[1] };
    });
}

interface Item {
  readonly channel_label: string;
  readonly type: 'pronunciation' | 'punctuation';
  readonly start_time?: string;
  readonly end_time?: string;
  readonly alternatives: readonly Record<string, unknown>[];
}

function itemsOf(turn: SpokenTurn, words: readonly Word[]): Item[] {
  const channel_label = `ch_${turn.channel}`;
  const step = (turn.to - turn.from) / Math.max(words.length, 1);
  return words.flatMap((word, index) => {
    const [, bare = word.text, mark] = /^(.*?)([.,?!;:]?)$/.exec(word.text) ?? [];
    const start_time = (turn.from + index * step).toFixed(2);
    const end_time = (turn.from + (index + 0.9) * step).toFixed(2);
    const alternative =
      word.redacted === undefined
        ? { confidence: '0.998', content: bare }
        : { content: '[PII]', redactions: [{ confidence: '0.9999', type: word.redacted, category: 'PII' }] };
    const spoken: Item = {
      channel_label,
      type: 'pronunciation',
      start_time,
      end_time,
      alternatives: [alternative],
    };
    const stop: Item = {
      channel_label,
      type: 'punctuation',
      alternatives: [{ confidence: '0.0', content: mark }],
    };
    return mark === undefined || mark === '' ? [spoken] : [spoken, stop];
  });
}

const channelLabels = (items: readonly Item[], count: number) => ({
  number_of_channels: count,
  channels: Array.from({ length: count }, (_, index) => ({
    channel_label: `ch_${index}`,
    items: items.filter((item) => item.channel_label === `ch_${index}`),
  })),
});

const segments = (spoken: readonly { readonly turn: SpokenTurn }[], texts: readonly string[]) =>
  spoken.map(({ turn }, id) => ({
    id,
    transcript: texts[id],
    start_time: turn.from.toFixed(2),
    end_time: turn.to.toFixed(2),
    channel_label: `ch_${turn.channel}`,
  }));
