import type { ActionRule } from '../action.ts';
import { connectParticipantWithLexBot } from './bot.ts';
import * as checks from './checks.ts';
import * as settings from './contact-settings.ts';
import * as control from './flow-control.ts';
import { invokeLambdaFunction } from './function.ts';
import { messageParticipant, messageParticipantIteratively } from './messages.ts';
import { createCallbackContact, createTask } from './new-contacts.ts';
import { getParticipantInput } from './participant-input.ts';
import * as transfers from './transfers.ts';

/** Every action type that runs here. A flow with another one is refused when it is loaded. */
export const actionRules: Readonly<Record<string, ActionRule>> = {
  MessageParticipant: messageParticipant,
  MessageParticipantIteratively: messageParticipantIteratively,
  GetParticipantInput: getParticipantInput,
  ConnectParticipantWithLexBot: connectParticipantWithLexBot,
  DisconnectParticipant: control.disconnectParticipant,
  TransferParticipantToThirdParty: transfers.transferParticipantToThirdParty,
  Compare: checks.compare,
  CheckHoursOfOperation: checks.checkHoursOfOperation,
  CheckMetricData: checks.checkMetricData,
  CheckOutboundCallStatus: checks.checkOutboundCallStatus,
  DistributeByPercentage: checks.distributeByPercentage,
  GetMetricData: checks.getMetricData,
  Loop: checks.loop,
  Wait: checks.wait,
  TransferToFlow: control.transferToFlow,
  InvokeFlowModule: control.invokeFlowModule,
  EndFlowModuleExecution: control.endFlowModuleExecution,
  EndFlowExecution: control.endFlowExecution,
  UpdateFlowLoggingBehavior: control.updateFlowLoggingBehavior,
  UpdateFlowAttributes: control.updateFlowAttributes,
  InvokeLambdaFunction: invokeLambdaFunction,
  UpdateContactAttributes: settings.updateContactAttributes,
  UpdateContactData: settings.updateContactData,
  UpdateContactRecordingBehavior: settings.updateContactRecordingBehavior,
  UpdateContactRecordingAndAnalyticsBehavior: settings.updateContactRecordingAndAnalyticsBehavior,
  UpdateContactTextToSpeechVoice: settings.updateContactTextToSpeechVoice,
  UpdateContactEventHooks: settings.updateContactEventHooks,
  UpdateContactMediaStreamingBehavior: settings.updateContactMediaStreamingBehavior,
  UpdateContactRoutingBehavior: settings.updateContactRoutingBehavior,
  TagContact: settings.tagContact,
  UntagContact: settings.untagContact,
  UpdateContactTargetQueue: transfers.updateContactTargetQueue,
  UpdateContactCallbackNumber: transfers.updateContactCallbackNumber,
  UpdatePreviousContactParticipantState: transfers.updatePreviousContactParticipantState,
  TransferContactToQueue: transfers.transferContactToQueue,
  DequeueContactAndTransferToQueue: transfers.dequeueContactAndTransferToQueue,
  TransferContactToAgent: transfers.transferContactToAgent,
  CreateTask: createTask,
  CreateCallbackContact: createCallbackContact,
};
