export { amazonTranscriber } from './amazon-transcriber.ts';
export type { Transcriber, TranscriptionOrder } from './transcriber.ts';
export { createTranscription } from './transcription.ts';
export type { Transcription, TranscriptionOrdered, TranscriptionPorts } from './transcription.ts';
