import { format, transcriptChunk, type SpokenTurn } from './spoken-turn.ts';

const silence = 0xff;
const bytesPerSecond = format.sampleRate * format.channels;

/**
 * A WAV file with a hum on the speaker's channel for as long as each turn lasts, and the words in a chunk of
 * their own, so that a transcription double needs nothing but the file.
 *
 * @param seconds length of the call; never shorter than its last turn
 */
export function writeRecording(turns: readonly SpokenTurn[], seconds: number): Buffer {
  const length = Math.max(seconds, ...turns.map((turn) => turn.to), 0.5);
  const samples = Buffer.alloc(Math.ceil(length * format.sampleRate) * format.channels, silence);
  for (const turn of turns) hum(samples, turn);
  const words = Buffer.from(JSON.stringify(turns), 'utf8');
  const body = Buffer.concat([
    Buffer.from('WAVE'),
    chunk('fmt ', formatFields()),
    chunk(transcriptChunk, words),
    chunk('data', samples),
  ]);
  return chunk('RIFF', body);
}

const tone = [0xff, 0xb5, 0x9d, 0x90, 0x8e, 0x90, 0x9d, 0xb5, 0xff, 0x35, 0x1d, 0x10, 0x0e, 0x10, 0x1d, 0x35];

function hum(samples: Buffer, turn: SpokenTurn): void {
  const start = Math.floor(turn.from * format.sampleRate);
  const end = Math.min(Math.floor(turn.to * format.sampleRate), samples.length / format.channels);
  const wave = toneBuffer(turn.channel);
  for (let at = start; at < end; at += tone.length * 64) {
    const frames = Math.min(tone.length * 64, end - at);
    wave.copy(samples, at * format.channels, 0, frames * format.channels);
  }
}

function toneBuffer(channel: 0 | 1): Buffer {
  const wave = Buffer.alloc(tone.length * 64 * format.channels, silence);
  for (let frame = 0; frame < tone.length * 64; frame += 1) {
    wave[frame * format.channels + channel] = tone[frame % tone.length] ?? silence;
  }
  return wave;
}

function formatFields(): Buffer {
  const fields = Buffer.alloc(18);
  fields.writeUInt16LE(format.codec, 0);
  fields.writeUInt16LE(format.channels, 2);
  fields.writeUInt32LE(format.sampleRate, 4);
  fields.writeUInt32LE(bytesPerSecond, 8);
  fields.writeUInt16LE(format.channels, 12);
  fields.writeUInt16LE(format.bitsPerSample, 14);
  return fields;
}

function chunk(name: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 0, 'latin1');
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
}
