export * from './read-recording.ts';
export * from './spoken-turn.ts';
export * from './write-recording.ts';
