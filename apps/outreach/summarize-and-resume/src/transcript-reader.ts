import { redactTurns, type CallRecord } from '@atlas-engine/domain';
import { TranscriptMalformedError } from './transcript-malformed-error.ts';
import { conversationOf, customerChannelOf, type Conversation } from './transcript-turns.ts';

/** Where an object lies. */
export interface ObjectLocation {
  readonly bucket: string;
  readonly key: string;
}

/** An object's text; undefined when there is no such object. */
export type ReadObject = (location: ObjectLocation) => Promise<string | undefined>;

/** The redacted conversation of a call. `UNREADABLE`: what lies there is no transcript, or there is nothing. */
export type ReadTranscript = (
  location: ObjectLocation,
  call: Pick<CallRecord, 'recording'>,
) => Promise<Conversation | 'UNREADABLE'>;

/** Without a recording on record the flow's own is meant: it is the only one that our flows order. */
export const transcriptReader =
  (readObject: ReadObject): ReadTranscript =>
  async (location, { recording }) => {
    const text = await readObject(location);
    if (text === undefined) return 'UNREADABLE';
    try {
      const { turns, sidesKnown } = conversationOf(text, customerChannelOf(recording?.key ?? '/ivr/'));
      return { turns: redactTurns(turns), sidesKnown };
    } catch (error) {
      if (error instanceof TranscriptMalformedError) return 'UNREADABLE';
      throw error;
    }
  };
