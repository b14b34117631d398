import type { Block } from '../builder/block.ts';

/** A block that hands the customer to a bot. */
export type BotBlock<T extends string> = Block<T, 'ConnectParticipantWithLexBot'>;
