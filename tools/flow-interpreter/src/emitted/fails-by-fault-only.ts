/**
 * Blocks of the emitted flows whose error branch nothing in a contact or an instance can cause, by action, and why. Reviewed
 * by hand: a test fails for an action that is not listed, and for one that is listed without need.
 */
export const failsByFaultOnly: Readonly<Record<string, string>> = {
  UpdateContactData: 'the language is a constant that exists',
  UpdateContactTextToSpeechVoice: 'the voice is a constant that exists',
  UpdateContactEventHooks: 'the flow is deployed with the one that sets it',
  UpdateFlowAttributes: 'the values are constants, and short',
  MessageParticipant: 'the apology for a fault stands behind that fault',
  TransferContactToQueue: 'a block before it has set the queue',
  TransferToFlow: 'the flow is deployed with the one that goes to it',
  InvokeFlowModule: 'the module is deployed with the flow that runs it',
};
