/** The flow types that can be written here, as the API names them, with the name that a designer's export carries. */
export const flowTypes = {
  CONTACT_FLOW: 'contactFlow',
  CUSTOMER_QUEUE: 'customerQueue',
  CUSTOMER_HOLD: 'customerHold',
  CUSTOMER_WHISPER: 'customerWhisper',
  AGENT_HOLD: 'agentHold',
  AGENT_WHISPER: 'agentWhisper',
  OUTBOUND_WHISPER: 'outboundWhisper',
  AGENT_TRANSFER: 'agentTransfer',
  QUEUE_TRANSFER: 'queueTransfer',
  MODULE: 'contactFlowModule',
} as const;

/**
 * What a flow is for; it decides which actions are legal in it. `MODULE` is a flow module, which the API keeps as a
 * resource of its own without a type. Journeys (`CAMPAIGN`) are not supported.
 */
export type FlowType = keyof typeof flowTypes;
