import type { ChatError } from './api.ts';

/** Why a call of the page failed. */
export class AtlasChatError extends Error implements ChatError {
  readonly code: ChatError['code'];

  constructor(code: ChatError['code'], message: string) {
    super(`atlas-chat: ${message}`);
    this.name = 'ChatError';
    this.code = code;
  }
}
