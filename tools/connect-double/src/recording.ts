import { writeRecording, type SpokenTurn } from '@atlas-engine/call-recording';
import type { Line } from '@atlas-engine/simulated-customers';
import type { ContactState } from './contact.ts';
import { secondsOfLine } from './plan-contact.ts';

const pad = (value: number) => String(value).padStart(2, '0');

/** Key of an automated (IVR) recording below the instance's prefix. Source: facts on Connect's S3 layout. */
export function recordingKey(prefix: string, contact: ContactState): string {
  const started = new Date(contact.connectedAt ?? contact.initiatedAt);
  const day = [started.getUTCFullYear(), pad(started.getUTCMonth() + 1), pad(started.getUTCDate())];
  const time = `${day.join('')}T${pad(started.getUTCHours())}:${pad(started.getUTCMinutes())}_UTC`;
  return `${prefix}/CallRecordings/ivr/${day.join('/')}/${contact.id}_${time}.wav`;
}

/** The sound of the call: in an automated recording the system is on the left, the customer on the right. */
export function recordingOf(lines: readonly Line[]): Buffer {
  const turns: SpokenTurn[] = [];
  let at = 0.5;
  for (const line of lines) {
    const to = at + secondsOfLine(line) - 0.5;
    turns.push({
      channel: line.speaker === 'SYSTEM' ? 0 : 1,
      text: line.text,
      from: round(at),
      to: round(to),
    });
    at = to + 0.5;
  }
  return writeRecording(turns, at);
}

const round = (seconds: number) => Math.round(seconds * 100) / 100;
