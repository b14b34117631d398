import type { ContactFlowName, FlowModuleName } from '@atlas-engine/resource-names';
import type { Flow } from '../builder/flow.ts';
import { afterAgent } from './after-agent.ts';
import { callbackTask } from './callback-task.ts';
import { chatEntry } from './chat-entry.ts';
import { customerQueue } from './customer-queue.ts';
import { offerCallbackModule } from './offer-callback.ts';
import { outbound } from './outbound.ts';
import { primary } from './primary.ts';
import { queueTransfer } from './queue-transfer.ts';
import { voiceEntry } from './voice-entry.ts';
import { agentWhisper, customerWhisper } from './whispers.ts';

/** Every contact flow by its name. */
export const contactFlows: Readonly<Record<ContactFlowName, Flow>> = {
  AtlasEngineOutbound: outbound,
  AtlasEngineVoiceEntry: voiceEntry,
  AtlasEngineChatEntry: chatEntry,
  AtlasEnginePrimary: primary,
  AtlasEngineQueueTransfer: queueTransfer,
  AtlasEngineCustomerQueue: customerQueue,
  AtlasEngineAgentWhisper: agentWhisper,
  AtlasEngineCustomerWhisper: customerWhisper,
  AtlasEngineCallbackTask: callbackTask,
  AtlasEngineDisconnect: afterAgent,
};

/** Every flow module by its name. */
export const flowModules: Readonly<Record<FlowModuleName, Flow>> = {
  AtlasEngineOfferCallback: offerCallbackModule,
};
