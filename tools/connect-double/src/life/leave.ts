import { endChat } from '../chat/presence.ts';
import { type ContactState, type Due, type RecordingPart } from '../contact.ts';
import { elapsed } from './speech.ts';
import type { Stage, Step } from './stage.ts';

/** After-contact work of an agent, in milliseconds. */
const wrapUp = 15_000;

/** A recording appears 5 to 60 seconds after its part has ended. */
export const recordingAt = (part: RecordingPart, { now, chance }: Stage): number =>
  now + 5000 + Math.floor(chance(`recording/${part}`) * 55_000);

/** A contact is completed when its agent's work after it is over: a person says when. */
function completion({ agent }: ContactState, now: number): readonly Due[] {
  if (agent?.isPerson === true && agent.acceptedAt !== undefined && agent.clearedAt === undefined) return [];
  const takes = agent?.connectedAt === undefined || agent.isPerson === true ? 10 : wrapUp;
  return [{ kind: 'completed', at: now + takes }];
}

/** A chat's transcript appears some seconds after its end. */
const transcriptAt = ({ now, chance }: Stage): number => now + 2000 + Math.floor(chance('transcript') * 8000);

/** Ends a contact: nothing more is said, its recordings follow. */
export function leave(contact: ContactState, reason: string, stage: Stage): Step {
  const { now } = stage;
  const at = elapsed(contact, now);
  const spans = contact.spans.map((span) => ({ ...span, to: span.to ?? at }));
  const started = contact.dues.filter((due) => due.kind === 'recording');
  const missing = (['ivr', 'agent'] as const).filter(
    (part) =>
      spans.some((span) => span.part === part) &&
      !contact.recordings.some((recording) => recording.part === part) &&
      !started.some((due) => due.part === part),
  );
  const dues: readonly Due[] = [
    ...started,
    ...completion(contact, now),
    ...(contact.channel === 'CHAT' ? [{ kind: 'transcript', at: transcriptAt(stage) } as const] : []),
    ...missing.map((part) => ({ kind: 'recording', part, at: recordingAt(part, stage) }) as const),
  ];
  const ended = contact.channel === 'CHAT' ? endChat(contact, now) : contact;
  const { flow } = ended;
  return {
    contact: {
      ...ended,
      ...(flow === undefined ? {} : { flow: { role: flow.role, run: flow.run } }),
      spans,
      // What would have been said after the end is not said.
      lines: contact.lines
        .filter((line) => line.from < at)
        .map((line) => ({ ...line, to: Math.min(line.to, at) })),
      dues,
      disconnectedAt: now,
      disconnectReason: reason,
    },
    effects: [{ kind: 'event', type: 'DISCONNECTED' }],
  };
}
