/** Plays sound to its end, or until `signal` says so. Nothing to hear is no failure. */
export async function play(sound: ArrayBuffer, signal: AbortSignal): Promise<void> {
  if (sound.byteLength === 0) return;
  const audio = new AudioContext();
  try {
    const source = audio.createBufferSource();
    source.buffer = await audio.decodeAudioData(sound);
    source.connect(audio.destination);
    await new Promise((resolve) => {
      source.onended = resolve;
      signal.addEventListener('abort', resolve);
      source.start();
    });
  } finally {
    await audio.close();
  }
}
