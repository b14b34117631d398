import * as z from 'zod';
import { spokenTurnSchema, transcriptChunk, type SpokenTurn } from './spoken-turn.ts';

/** What a recording says of itself. `turns` is empty for a WAV file that was not made here. */
export interface Recording {
  readonly sampleRate: number;
  readonly channels: number;
  readonly seconds: number;
  readonly turns: readonly SpokenTurn[];
}

/** The bytes are not a WAV file; `problem` uses the words of Transcribe's FailureReason. */
export class RecordingFormatError extends Error {
  override readonly name = 'RecordingFormatError';
}

/** @throws {RecordingFormatError} when the bytes are no WAV file */
export function readRecording(file: Uint8Array): Recording {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WAVE') {
    throw new RecordingFormatError("The media format provided doesn't match the detected media format.");
  }
  const chunks = new Map(listChunks(bytes));
  const fields = chunks.get('fmt ');
  const samples = chunks.get('data');
  if (fields === undefined || samples === undefined || fields.length < 16) {
    throw new RecordingFormatError('The media format of the file is unsupported.');
  }
  const byteRate = fields.readUInt32LE(8);
  return {
    channels: fields.readUInt16LE(2),
    sampleRate: fields.readUInt32LE(4),
    seconds: byteRate === 0 ? 0 : samples.length / byteRate,
    turns: readTurns(chunks.get(transcriptChunk)),
  };
}

function* listChunks(bytes: Buffer): Generator<[string, Buffer]> {
  for (let at = 12; at + 8 <= bytes.length;) {
    const size = bytes.readUInt32LE(at + 4);
    yield [bytes.toString('latin1', at, at + 4), bytes.subarray(at + 8, at + 8 + size)];
    at += 8 + size + (size % 2);
  }
}

function readTurns(words: Buffer | undefined): readonly SpokenTurn[] {
  return words === undefined ? [] : z.array(spokenTurnSchema).parse(JSON.parse(words.toString('utf8')));
}
