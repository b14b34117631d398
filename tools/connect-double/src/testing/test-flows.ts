/** A block as a test writes it: errors by type, conditions by what equals. */
interface TestBlock {
  readonly type: string;
  readonly parameters?: unknown;
  readonly next?: string;
  readonly failed?: string;
  readonly errors?: Readonly<Record<string, string>>;
  readonly equals?: Readonly<Record<string, string>>;
}

/** The content of a flow whose first block is its start. */
export const flowContent = (blocks: Readonly<Record<string, TestBlock>>): string =>
  JSON.stringify({
    Version: '2019-10-30',
    StartAction: Object.keys(blocks)[0],
    Actions: Object.entries(blocks).map(([Identifier, block]) => ({
      Identifier,
      Type: block.type,
      Parameters: block.parameters ?? {},
      Transitions: {
        ...(block.next === undefined ? {} : { NextAction: block.next }),
        Errors: Object.entries({
          ...block.errors,
          ...(block.failed === undefined ? {} : { NoMatchingError: block.failed }),
        }).map(([ErrorType, NextAction]) => ({ ErrorType, NextAction })),
        Conditions: Object.entries(block.equals ?? {}).map(([operand, NextAction]) => ({
          NextAction,
          Condition: { Operator: 'Equals', Operands: [operand] },
        })),
      },
    })),
  });

export const say = (Text: string, next: string) => ({
  type: 'MessageParticipant',
  parameters: { Text },
  next,
});
export const end = { type: 'DisconnectParticipant' };

/** Notice, recording, greeting, bot; a customer who wants a person is queued. */
export const outboundFlow = flowContent({
  Notice: say('This is an automated call. It is recorded.', 'Record'),
  Record: {
    type: 'UpdateContactRecordingBehavior',
    parameters: {
      RecordingBehavior: { RecordedParticipants: ['Agent', 'Customer'], IVRRecordingBehavior: 'Enabled' },
    },
    next: 'Greet',
  },
  Greet: say('$.Attributes.greeting', 'Bot'),
  Bot: {
    type: 'ConnectParticipantWithLexBot',
    parameters: {
      Text: 'Is this a good time?',
      LexV2Bot: { AliasArn: 'arn:aws:lex:us-east-1:000000000000:bot-alias/BOT/ALIAS' },
      LexSessionAttributes: { callId: '$.Attributes.callId' },
    },
    failed: 'Sorry',
    errors: { NoMatchingCondition: 'Goodbye', InputTimeLimitExceeded: 'Message' },
    equals: { SpeakToAgent: 'Aim' },
  },
  Goodbye: say('$.Attributes.closing', 'End'),
  Message: say('$.Attributes.voicemailMessage', 'End'),
  Sorry: say('Something went wrong.', 'End'),
  Aim: { type: 'UpdateContactTargetQueue', parameters: { QueueId: 'sales' }, next: 'Hook', failed: 'Sorry' },
  Hook: {
    type: 'UpdateContactEventHooks',
    parameters: { EventHooks: { CustomerQueue: 'queue-flow' } },
    next: 'Whisper',
    failed: 'Sorry',
  },
  Whisper: {
    type: 'UpdateContactEventHooks',
    parameters: { EventHooks: { AgentWhisper: 'agent-whisper' } },
    next: 'Remain',
    failed: 'Sorry',
  },
  Remain: {
    type: 'UpdateContactEventHooks',
    parameters: { EventHooks: { CustomerRemaining: 'after-agent' } },
    next: 'Queue',
    failed: 'Sorry',
  },
  Queue: {
    type: 'TransferContactToQueue',
    next: 'Sorry',
    failed: 'Sorry',
    errors: { QueueAtCapacity: 'Sorry' },
  },
  End: end,
});

export const queueFlow = flowContent({
  Wait: {
    type: 'MessageParticipantIteratively',
    parameters: { Messages: [{ Text: 'Please hold.' }] },
  },
});

export const whisperFlow = flowContent({
  Say: say('A contact from $.Queue.Name.', 'Done'),
  Done: { type: 'EndFlowExecution' },
});

export const afterAgentFlow = flowContent({ Say: say('Thank you for your time.', 'End'), End: end });

/** A bot answers first; a customer who wants a person is queued. */
export const chatFlow = flowContent({
  Bot: {
    type: 'ConnectParticipantWithLexBot',
    parameters: {
      Text: 'Hello. How can I help you?',
      LexV2Bot: { AliasArn: 'arn:aws:lex:us-east-1:000000000000:bot-alias/BOT/ALIAS' },
      LexTimeoutSeconds: { Text: '600' },
    },
    failed: 'Goodbye',
    errors: { NoMatchingCondition: 'Goodbye', InputTimeLimitExceeded: 'Silence' },
    equals: { SpeakToAgent: 'Aim' },
  },
  Silence: say('You have gone.', 'End'),
  Goodbye: say('Thank you. Goodbye.', 'End'),
  Aim: {
    type: 'UpdateContactTargetQueue',
    parameters: { QueueId: 'sales' },
    next: 'Hook',
    failed: 'Goodbye',
  },
  Hook: {
    type: 'UpdateContactEventHooks',
    parameters: { EventHooks: { CustomerQueue: 'queue-flow' } },
    next: 'Remain',
    failed: 'Goodbye',
  },
  Remain: {
    type: 'UpdateContactEventHooks',
    parameters: { EventHooks: { CustomerRemaining: 'after-agent' } },
    next: 'Queue',
    failed: 'Goodbye',
  },
  Queue: {
    type: 'TransferContactToQueue',
    next: 'Goodbye',
    failed: 'Goodbye',
    errors: { QueueAtCapacity: 'Goodbye' },
  },
  End: end,
});
