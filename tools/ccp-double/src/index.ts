export { createCcp } from './ccp.ts';
export type { Ccp, CcpOptions, ChatMessage } from './ccp.ts';
export type { Disturbance } from './server/admin.ts';
