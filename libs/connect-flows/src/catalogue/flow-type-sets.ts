import type { FlowType } from '../language/flow-types.ts';

const contact = ['CONTACT_FLOW', 'MODULE'] as const;
const transfer = ['AGENT_TRANSFER', 'QUEUE_TRANSFER'] as const;
const queue = ['CUSTOMER_QUEUE'] as const;
const hold = ['CUSTOMER_HOLD', 'AGENT_HOLD'] as const;
const whisper = ['CUSTOMER_WHISPER', 'AGENT_WHISPER', 'OUTBOUND_WHISPER'] as const;

/** Groups of flow types that actions are legal in. A module takes what the contact flow that calls it may use. */
export const flowTypesOf = {
  everywhere: [...contact, ...queue, ...hold, ...whisper, ...transfer],
  contactOrTransfer: [...contact, ...transfer],
  contactTransferOrQueue: [...contact, ...transfer, ...queue],
  contactTransferQueueOrOutbound: [...contact, ...transfer, ...queue, 'OUTBOUND_WHISPER'],
  contactTransferOrOutbound: [...contact, ...transfer, 'OUTBOUND_WHISPER'],
  contactOrQueue: [...contact, ...queue],
  contact,
  transfer,
  queue,
  queueOrHold: [...queue, ...hold],
  queueOrWhisper: [...queue, ...whisper],
  notHold: [...contact, ...queue, ...whisper, ...transfer],
  module: ['MODULE'],
  outboundWhisper: ['OUTBOUND_WHISPER'],
  /** All but the types in which both sources agree that waiting is possible. */
  notContactOrQueue: [...hold, ...whisper, ...transfer],
} as const satisfies Record<string, readonly FlowType[]>;
