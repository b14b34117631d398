export type { Job } from './job.ts';
export { createTranscribe } from './transcribe.ts';
export type { ObjectPort, Transcribe, TranscribeOptions, TranscribeEvent } from './transcribe.ts';
