import { writeRecording, type SpokenTurn } from '@atlas-engine/call-recording';
import type { ContactState, RecordedSpan, RecordingPart, SpokenLine } from './contact.ts';

const pad = (value: number) => String(value).padStart(2, '0');

/** Key of a recording below the instance's prefix. Source: facts on Connect's S3 layout. */
export function recordingKey(prefix: string, contact: ContactState, part: RecordingPart): string {
  const started = new Date(startOf(contact, part));
  const day = [started.getUTCFullYear(), pad(started.getUTCMonth() + 1), pad(started.getUTCDate())];
  const time = `${day.join('')}T${pad(started.getUTCHours())}:${pad(started.getUTCMinutes())}_UTC`;
  const folder = part === 'ivr' ? 'CallRecordings/ivr' : 'CallRecordings';
  return `${prefix}/${folder}/${day.join('/')}/${contact.id}_${time}.wav`;
}

const startOf = ({ connectedAt, initiatedAt, agent }: ContactState, part: RecordingPart): number =>
  (part === 'agent' ? agent?.connectedAt : undefined) ?? connectedAt ?? initiatedAt;

/** Who is on which channel: in an automated recording the customer is on the right, with an agent on the left. */
const customerChannel = { ivr: 1, agent: 0 } as const;

/** The sound of the recorded spans of a part, in the order of the call. */
export function recordingOf({ lines, spans }: ContactState, part: RecordingPart, end: number): Buffer {
  const recorded = spans.filter((span) => span.part === part);
  const begin = recorded[0]?.from ?? 0;
  const turns = lines
    .flatMap((line) => recorded.flatMap((span) => heardIn(line, span, end)))
    .toSorted((a, b) => a.from - b.from)
    .map((line): SpokenTurn => {
      const channel = line.speaker === 'CUSTOMER' ? customerChannel[part] : 1 - customerChannel[part];
      return {
        channel: channel as 0 | 1,
        text: line.text,
        from: seconds(line.from - begin),
        to: seconds(line.to - begin),
      };
    });
  const until = Math.max(seconds(end - begin), turns.at(-1)?.to ?? 0);
  return writeRecording(turns, until);
}

/** The part of a line that a span holds: who begins to speak before it is recorded from the middle of a sentence. */
function heardIn(line: SpokenLine, span: RecordedSpan, end: number): readonly SpokenLine[] {
  const from = Math.max(line.from, span.from);
  const to = Math.min(line.to, span.to ?? end);
  if (to <= from) return [];
  const words = line.text.split(' ');
  const share = (at: number) => Math.round(((at - line.from) / (line.to - line.from)) * words.length);
  const text = words.slice(share(from), share(to)).join(' ');
  return text === '' ? [] : [{ ...line, text, from, to }];
}

const seconds = (ms: number) => Math.round(ms / 10) / 100;
