import type { FlowEvent } from '../ask.ts';
import { flowOf, leftBy, oneBlock, walk } from '../testing/flow-under-test.ts';

const queued = flowOf({
  Aim: {
    type: 'UpdateContactTargetQueue',
    parameters: { QueueId: 'sales' },
    next: 'Queue',
    errors: { NoMatchingError: 'End' },
  },
  Queue: {
    type: 'TransferContactToQueue',
    next: 'End',
    errors: { QueueAtCapacity: 'End', NoMatchingError: 'End' },
  },
  End: { type: 'DisconnectParticipant' },
});

describe('TransferContactToQueue', () => {
  it('ends the flow with the contact in its target queue', () => {
    const walked = walk([queued]);
    expect(walked.progress).toEqual({ end: { kind: 'queued' } });
    expect(walked.run.contact.queue?.id).toBe('sales');
  });

  it('takes its branch for a full queue, and the error branch without a target', () => {
    expect(walk([queued], [], { world: { queueIsFull: () => true } }).path[1]).toBe('Queue: QueueAtCapacity');
    const aimless = oneBlock(
      'TransferContactToQueue',
      {},
      { errors: ['QueueAtCapacity', 'NoMatchingError'] },
    );
    expect(leftBy(walk([aimless]))).toBe('NoMatchingError');
  });
});

describe('DequeueContactAndTransferToQueue', () => {
  const flow = (QueueId: string) =>
    oneBlock(
      'DequeueContactAndTransferToQueue',
      { QueueId },
      { errors: ['QueueAtCapacity', 'NoMatchingError'] },
    );

  it('moves the contact', () => {
    expect(walk([flow('sales')]).progress).toEqual({ end: { kind: 'queued' } });
    expect(leftBy(walk([flow('gone')]))).toBe('NoMatchingError');
  });
});

describe('TransferContactToAgent', () => {
  it('needs an agent as target', () => {
    const flow = flowOf({
      Aim: { type: 'UpdateContactTargetQueue', parameters: { AgentId: 'ana' }, next: 'Go' },
      Go: { type: 'TransferContactToAgent' },
    });
    expect(walk([flow]).progress).toEqual({ end: { kind: 'to-agent' } });
    expect(walk([oneBlock('TransferContactToAgent', {}, { next: false })]).progress).toMatchObject({
      end: { kind: 'failed' },
    });
  });
});

describe('TransferParticipantToThirdParty', () => {
  const dial = (ContinueFlowExecution: string, number = '+12125550101') =>
    oneBlock(
      'TransferParticipantToThirdParty',
      { ThirdPartyPhoneNumber: number, ThirdPartyConnectionTimeLimitSeconds: '30', ContinueFlowExecution },
      {
        errors:
          ContinueFlowExecution === 'True'
            ? ['CallFailed', 'ConnectionTimeLimitExceeded', 'NoMatchingError']
            : ['NoMatchingError'],
      },
    );

  it('asks for the call', () => {
    expect(walk([dial('True')]).progress).toEqual({
      ask: { kind: 'dial', number: '+12125550101', within: 30 },
    });
    expect(leftBy(walk([dial('True', 'nobody')]))).toBe('NoMatchingError');
  });

  it.each<[string, FlowEvent, string]>([
    ['True', { kind: 'done' }, 'next'],
    ['True', { kind: 'failed', error: 'CallFailed' }, 'CallFailed'],
    ['True', { kind: 'failed', error: 'ConnectionTimeLimitExceeded' }, 'ConnectionTimeLimitExceeded'],
    ['False', { kind: 'done' }, 'end'],
    ['False', { kind: 'failed', error: 'CallFailed' }, 'NoMatchingError'],
  ])('with ContinueFlowExecution %s and %j goes by %s', (goesOn, event, branch) => {
    expect(leftBy(walk([dial(goesOn)], [event]))).toBe(branch);
  });
});

describe('new contacts', () => {
  it('CreateTask asks for a task in a flow that exists', () => {
    const task = (ContactFlowId: string) =>
      oneBlock(
        'CreateTask',
        { ContactFlowId, Name: 'Call back', Attributes: { of: '$.ContactId' } },
        { errors: ['NoMatchingError'] },
      );
    expect(walk([task('flow-1')]).progress).toEqual({
      ask: { kind: 'task', flowId: 'flow-1', name: 'Call back', attributes: { of: 'contact-1' }, delay: 0 },
    });
    expect(leftBy(walk([task('gone')]))).toBe('NoMatchingError');
  });

  it('CreateCallbackContact asks for a call to the number that was set, else to the caller', () => {
    const callback = oneBlock(
      'CreateCallbackContact',
      {
        QueueId: 'sales',
        InitialCallDelaySeconds: '60',
        MaximumConnectionAttempts: '2',
        RetryDelaySeconds: '600',
      },
      { errors: ['NoMatchingError'] },
    );
    expect(walk([callback]).progress).toMatchObject({
      ask: { number: '+12125550100', queueId: 'sales', attempts: 2 },
    });
    const contact = { callbackNumber: '+12125550102' };
    expect(walk([callback], [], { contact }).progress).toMatchObject({ ask: { number: '+12125550102' } });
  });
});
