import type { FlowContact } from '../contact.ts';
import { flowOf, leftBy, oneBlock, walk } from '../testing/flow-under-test.ts';

const both = ['NoMatchingError', 'NoMatchingCondition'];

describe('Compare', () => {
  const compare = (condition: string, value: string) =>
    leftBy(
      walk(
        [
          oneBlock(
            'Compare',
            { ComparisonValue: '$.Attributes.x' },
            { errors: ['NoMatchingCondition'], when: [condition] },
          ),
        ],
        [],
        { contact: { attributes: { x: value } } },
      ),
    );

  it.each([
    ['Equals yes', 'yes', true],
    ['Equals yes', 'Yes', false],
    ['TextStartsWith +44', '+447700900000', true],
    ['TextEndsWith 00', '+447700900000', true],
    ['TextContains 7009', '+447700900000', true],
    ['TextContains 555', '+447700900000', false],
    ['NumberGreaterThan 5', '6', true],
    ['NumberGreaterThan 5', '5', false],
    ['NumberGreaterOrEqualTo 5', '5', true],
    ['NumberLessThan 5', '4.5', true],
    ['NumberLessOrEqualTo 5', '5', true],
    ['NumberLessThan 5', '', false],
    ['NumberLessThan 5', 'four', false],
  ])('%s with "%s" is %s', (condition, value, holds) => {
    expect(compare(condition, value)).toBe(holds ? condition : 'NoMatchingCondition');
  });

  it('takes the first condition that holds', () => {
    const flow = oneBlock(
      'Compare',
      { ComparisonValue: '$.Channel' },
      { errors: ['NoMatchingCondition'], when: ['TextContains O', 'Equals VOICE'] },
    );
    expect(leftBy(walk([flow]))).toBe('TextContains O');
  });
});

describe('CheckHoursOfOperation', () => {
  const check = (open: boolean | undefined, parameters: unknown = { HoursOfOperationId: 'office' }) =>
    leftBy(
      walk(
        [
          oneBlock('CheckHoursOfOperation', parameters, {
            errors: ['NoMatchingError'],
            when: ['Equals True', 'Equals False'],
          }),
        ],
        [],
        {
          world: {
            isOpen: ({ hoursId, queueId }) => ((hoursId ?? queueId) === undefined ? undefined : open),
          },
        },
      ),
    );

  it('branches on open and closed', () => {
    expect([check(true), check(false)]).toEqual(['Equals True', 'Equals False']);
  });

  it('takes the error branch for hours that do not exist, and without hours or queue', () => {
    expect([check(undefined), check(true, {})]).toEqual(['NoMatchingError', 'NoMatchingError']);
  });
});

describe('CheckMetricData', () => {
  const check = (value: number | undefined, type: string, condition: string) =>
    leftBy(
      walk(
        [
          oneBlock(
            'CheckMetricData',
            { MetricType: type, QueueId: 'sales' },
            { errors: both, when: [condition] },
          ),
        ],
        [],
        { world: { metric: (_, { queueId }) => (queueId === 'sales' ? value : undefined) } },
      ),
    );

  it.each([
    [1, 'NumberOfAgentsAvailable', 'NumberGreaterThan 0', 'NumberGreaterThan 0'],
    [0, 'NumberOfAgentsAvailable', 'NumberGreaterThan 0', 'NoMatchingCondition'],
    [undefined, 'NumberOfAgentsAvailable', 'NumberGreaterThan 0', 'NoMatchingError'],
    [3, 'NumberOfContactsInQueue', 'Equals 3', 'Equals 3'],
  ])('with %s of %s, %s, goes by %s', (value, type, condition, branch) => {
    expect(check(value, type, condition)).toBe(branch);
  });

  it('compares the age of the oldest contact in milliseconds, whatever its name says', () => {
    expect(check(61, 'OldestContactInQueueAgeSeconds', 'NumberGreaterThan 60000')).toBe(
      'NumberGreaterThan 60000',
    );
    expect(check(59, 'OldestContactInQueueAgeSeconds', 'NumberGreaterThan 60000')).toBe(
      'NoMatchingCondition',
    );
  });
});

describe('GetMetricData', () => {
  it('fills the metrics that later blocks read', () => {
    const flow = flowOf({
      Get: {
        type: 'GetMetricData',
        parameters: { QueueId: 'sales' },
        next: 'Say',
        errors: { NoMatchingError: 'End' },
      },
      Say: {
        type: 'MessageParticipant',
        parameters: { Text: '$.Metrics.Queue.Name: $.Metrics.Queue.Size, $.Metrics.Agents.Online.Count' },
        next: 'End',
      },
      End: { type: 'DisconnectParticipant' },
    });
    const { progress } = walk([flow], [], {
      world: { metric: (type) => (type === 'NumberOfContactsInQueue' ? 4 : 2) },
    });
    expect(progress).toEqual({ ask: { kind: 'play', message: { kind: 'text', text: 'Sales: 4, 2' } } });
  });

  it('takes the error branch when there is no such queue', () => {
    const flow = oneBlock('GetMetricData', {}, { errors: ['NoMatchingError'] });
    expect(leftBy(walk([flow], [], { world: { metric: () => undefined } }))).toBe('NoMatchingError');
  });
});

describe('CheckOutboundCallStatus', () => {
  const check = (callStatus?: FlowContact['callStatus']) =>
    leftBy(
      walk(
        [
          oneBlock(
            'CheckOutboundCallStatus',
            {},
            { errors: ['NoMatchingError'], when: ['Equals CallAnswered', 'Equals VoicemailBeep'] },
          ),
        ],
        [],
        { contact: { callStatus } },
      ),
    );

  it('branches on what call progress analysis heard', () => {
    expect(check('VoicemailBeep')).toBe('Equals VoicemailBeep');
  });

  it('takes the error branch for general traffic, which has no analysis', () => {
    expect(check()).toBe('NoMatchingError');
  });
});

describe('DistributeByPercentage', () => {
  const at = (random: number) =>
    leftBy(
      walk(
        [
          oneBlock('DistributeByPercentage', undefined, {
            errors: ['NoMatchingCondition'],
            when: ['NumberLessThan 4', 'NumberLessThan 7'],
          }),
        ],
        [],
        { world: { random: () => random } },
      ),
    );

  it('draws from 1 to 100 against running totals plus one', () => {
    expect([0, 0.029, 0.03, 0.059, 0.06, 0.999].map(at)).toEqual([
      ...['NumberLessThan 4', 'NumberLessThan 4', 'NumberLessThan 7', 'NumberLessThan 7'],
      ...['NoMatchingCondition', 'NoMatchingCondition'],
    ]);
  });
});

describe('Loop', () => {
  const looping = (count: string) =>
    flowOf({
      Loop: {
        type: 'Loop',
        parameters: { LoopCount: count },
        next: 'End',
        when: { 'Equals ContinueLooping': 'Loop', 'Equals DoneLooping': 'End' },
      },
      End: { type: 'DisconnectParticipant' },
    });

  it('goes round as often as it says, then leaves', () => {
    expect(walk([looping('2')]).path).toEqual([
      'Loop: Equals ContinueLooping',
      'Loop: Equals ContinueLooping',
      'Loop: Equals DoneLooping',
      'End: end',
    ]);
  });

  it('leaves at once when it says 0, and is as new after it has left', () => {
    expect(walk([looping('0')]).path[0]).toBe('Loop: Equals DoneLooping');
    expect(Object.values(walk([looping('2')]).run.loops)).toEqual([0]);
  });
});

describe('Wait', () => {
  const flow = oneBlock(
    'Wait',
    { TimeLimitSeconds: '900', Events: ['CustomerReturned'] },
    { errors: ['NoMatchingError'], when: ['Equals WaitCompleted', 'Equals CustomerReturned'] },
  );

  it('asks for time or one of its events', () => {
    expect(walk([flow]).progress).toEqual({
      ask: { kind: 'wait', seconds: 900, events: ['CustomerReturned'] },
    });
    expect(leftBy(walk([flow], [{ kind: 'waited' }]))).toBe('Equals WaitCompleted');
    expect(leftBy(walk([flow], [{ kind: 'waited', event: 'CustomerReturned' }]))).toBe(
      'Equals CustomerReturned',
    );
    expect(leftBy(walk([flow], [{ kind: 'failed' }]))).toBe('NoMatchingError');
  });
});
