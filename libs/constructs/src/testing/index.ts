export * from './synthesize.ts';
