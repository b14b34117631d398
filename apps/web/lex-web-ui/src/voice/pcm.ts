/** Samples a second that Lex takes. */
export const lexRate = 16_000;

/** The loudness of samples: their root mean square, 0 to 1. */
export const levelOf = (samples: Float32Array): number =>
  Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, samples.length));

/** Sound of any rate as 16-bit samples, little-endian, at the rate of Lex: each is the mean of those it stands for. */
export function toLexPcm(chunks: readonly Float32Array[], rate: number): ArrayBuffer {
  const samples = joined(chunks);
  const step = rate / lexRate;
  const length = Math.floor(samples.length / step);
  const view = new DataView(new ArrayBuffer(length * 2));
  for (let index = 0; index < length; index++) {
    const from = Math.floor(index * step);
    const part = samples.subarray(from, Math.max(from + 1, Math.floor((index + 1) * step)));
    const mean = part.reduce((sum, sample) => sum + sample, 0) / part.length;
    view.setInt16(index * 2, Math.round(Math.max(-1, Math.min(1, mean)) * 0x7fff), true);
  }
  return view.buffer;
}

function joined(chunks: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
