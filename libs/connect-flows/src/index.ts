export * from './catalogue/index.ts';
export { disconnect, say, setRecording, talkToBot } from './blocks.ts';
export type { Block, BotConversation, Recording } from './blocks.ts';
export { defineFlow, emitFlow, type Flow, type FlowType, flowTypes } from './flow.ts';
export * from './flow-language.ts';
export { InvalidFlowError } from './invalid-flow-error.ts';
export * from './outbound-flow.ts';
export { validateFlow } from './validate-flow.ts';
