import fc from 'fast-check';
import { readRecording, RecordingFormatError, writeRecording } from './index.ts';

describe('a recording', () => {
  it('is a WAV file of 8 kHz and two channels that carries its turns', () => {
    const turns = [
      { channel: 0 as const, text: 'Hello — is now a good time?', from: 0, to: 2 },
      { channel: 1 as const, text: 'Sí, dígame.', from: 2.5, to: 4 },
    ];
    const read = readRecording(writeRecording(turns, 6));
    expect(read).toEqual({ sampleRate: 8000, channels: 2, seconds: 6, turns });
  });

  it('survives a round trip whatever is said', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 5 }), (texts) => {
        const turns = texts.map((text, index) => ({
          channel: 1 as const,
          text,
          from: index,
          to: index + 0.5,
        }));
        expect(readRecording(writeRecording(turns, 1)).turns).toEqual(turns);
      }),
      { numRuns: 30 },
    );
  });

  it('has sound only on the channel that speaks', () => {
    const file = writeRecording([{ channel: 1, text: 'Hello', from: 0, to: 1 }], 1);
    const samples = file.subarray(file.indexOf('data') + 8);
    const left = samples.filter((_, index) => index % 2 === 0);
    const right = samples.filter((_, index) => index % 2 === 1);
    expect(left.every((sample) => sample === 0xff)).toBe(true);
    expect(right.some((sample) => sample !== 0xff)).toBe(true);
  });

  it('refuses what is not a WAV file', () => {
    expect(() => readRecording(Buffer.from('ID3 something else'))).toThrow(RecordingFormatError);
  });
});
