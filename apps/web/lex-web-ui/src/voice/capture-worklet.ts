/** The audio thread's side of the microphone: it passes on what it hears. */
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}
declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void;

class Capture extends AudioWorkletProcessor {
  process([channels]: readonly (readonly Float32Array[])[]): boolean {
    const [samples] = channels ?? [];
    if (samples) this.port.postMessage(samples.slice());
    return true;
  }
}

registerProcessor('capture', Capture);
