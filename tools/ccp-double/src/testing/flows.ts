/** A flow that does one thing after another, and ends. */
const flow = (...steps: readonly (readonly [type: string, parameters: object])[]): string =>
  JSON.stringify({
    Version: '2019-10-30',
    StartAction: 'Step0',
    Actions: [
      ...steps.map(([Type, Parameters], nth) => ({
        Identifier: `Step${nth}`,
        Type,
        Parameters,
        Transitions: {
          NextAction: nth === steps.length - 1 ? 'End' : `Step${nth + 1}`,
          Errors: (Type === 'TransferContactToQueue'
            ? ['NoMatchingError', 'QueueAtCapacity']
            : ['NoMatchingError']
          ).map((ErrorType) => ({ ErrorType, NextAction: 'End' })),
        },
      })),
      { Identifier: 'End', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} },
    ],
  });

const aim = ['UpdateContactTargetQueue', { QueueId: 'sales' }] as const;
const wait = ['TransferContactToQueue', {}] as const;

/** How a call becomes something for people: at once, as a call back, as a task. */
export const flows = {
  'to-queue': flow(aim, wait),
  'to-callback': flow([
    'CreateCallbackContact',
    {
      QueueId: 'sales',
      InitialCallDelaySeconds: '1',
      MaximumConnectionAttempts: '1',
      RetryDelaySeconds: '60',
    },
  ]),
  'to-task': flow(['CreateTask', { ContactFlowId: 'to-queue', Name: 'Look into it' }]),
};
