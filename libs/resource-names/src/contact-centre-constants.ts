/** The queues of the contact centre; people who are called wait in `AtlasEngineOutreach`. */
export const contactQueueNames = [
  'AtlasEngineOutreach',
  'GeneralAgentQueue',
  'AccountQueue',
  'LendingQueue',
  'OnboardingQueue',
] as const;
export type ContactQueueName = (typeof contactQueueNames)[number];

/** The contact flows, as `libs/connect-flows` defines them. */
export const contactFlowNames = [
  'AtlasEngineOutbound',
  'AtlasEngineVoiceEntry',
  'AtlasEngineChatEntry',
  'AtlasEnginePrimary',
  'AtlasEngineQueueTransfer',
  'AtlasEngineCustomerQueue',
  'AtlasEngineAgentWhisper',
  'AtlasEngineCustomerWhisper',
  'AtlasEngineCallbackTask',
  'AtlasEngineDisconnect',
] as const;
export type ContactFlowName = (typeof contactFlowNames)[number];

/** The flow modules. */
export const flowModuleNames = ['AtlasEngineOfferCallback'] as const;
export type FlowModuleName = (typeof flowModuleNames)[number];

/** The hours of operation: of outreach, which the calling policy limits, and of people who take calls. */
export const hoursNames = ['AtlasEngineAlwaysOpen', 'AtlasEngineBusinessHours'] as const;
export type HoursName = (typeof hoursNames)[number];
