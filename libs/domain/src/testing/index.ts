export * from './a-call-record.ts';
export * from './a-lead.ts';
export * from './a-request.ts';
export * from './a-scenario.ts';
export * from './a-summary-draft.ts';
export * from './reserved-phones.ts';
