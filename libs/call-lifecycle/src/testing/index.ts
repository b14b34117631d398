export * from './fake-telephony.ts';
export * from './fake-workflow.ts';
