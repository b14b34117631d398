import type { FlowAction } from '../language/flow-language.ts';
import type { FlowType } from '../language/flow-types.ts';
import { describeFinding } from './finding.ts';
import type { FlowUnderTest } from './rule.ts';
import { validateFlow } from './validate-flow.ts';

const end: FlowAction = { Identifier: 'End', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} };
const failing = [{ ErrorType: 'NoMatchingError', NextAction: 'End' }];
const on = (operand: string, next: string, operator = 'Equals') => ({
  NextAction: next,
  Condition: { Operator: operator, Operands: [operand] },
});
type Parts = Omit<FlowAction, 'Identifier'> & { readonly Identifier?: string };
const first = (parts: Parts): FlowAction => ({ Identifier: 'First', ...parts });
const say = (Text: string, NextAction = 'End'): FlowAction =>
  first({ Type: 'MessageParticipant', Parameters: { Text }, Transitions: { NextAction } });

const findings = (
  actions: readonly FlowAction[],
  { type = 'CONTACT_FLOW', ...rest }: { type?: FlowType } & Partial<Omit<FlowUnderTest, 'type'>> = {},
) =>
  validateFlow({
    document: { Version: '2019-10-30', StartAction: actions[0]?.Identifier ?? '', Actions: actions },
    name: 'Test',
    type,
    ...rest,
  }).map(
    (finding) =>
      (finding.severity === 'warning' ? '~ ' : '') +
      describeFinding(finding)
        .replace(/^flow "Test", /, '')
        .replace(/; allowed: .*/, ''),
  );

describe('the frame', () => {
  it('is good', () => {
    expect(findings([say('Hello'), end])).toEqual([]);
  });
  it('has the one version, and a start that exists', () => {
    const document = { Version: '2020', StartAction: 'Begin', Actions: [end] };
    expect(validateFlow({ document, name: 'Test', type: 'CONTACT_FLOW' }).map(describeFinding)).toEqual([
      'flow "Test": Version is 2020; allowed: 2019-10-30',
      'flow "Test": StartAction "Begin" is no block; allowed: the name of a block',
      'flow "Test", block "End": cannot be reached from the start; allowed: blocks that a transition leads to',
    ]);
  });
  it('has at most 250 blocks', () => {
    const chain = Array.from({ length: 250 }, (_, index) => ({
      ...say('Hello', index === 249 ? 'End' : `B${String(index + 1)}`),
      Identifier: `B${String(index)}`,
    }));
    expect(findings([...chain, end])).toEqual(['flow "Test": has 251 blocks']);
  });
  it('has at most 256 000 characters in a module', () => {
    const chain = Array.from({ length: 50 }, (_, index) => ({
      ...say('x'.repeat(6_000), index === 49 ? 'End' : `B${String(index + 1)}`),
      Identifier: `B${String(index)}`,
    }));
    expect(findings([...chain, end], { type: 'MODULE' })).toEqual([
      expect.stringMatching(/^flow "Test": has 30\d{4} characters$/),
    ]);
  });
  it('has names of blocks that the service takes', () => {
    const long = 'x'.repeat(51);
    expect(
      findings([
        { ...say('a', 'a/b'), Identifier: long },
        { ...end, Identifier: 'a/b' },
      ]),
    ).toEqual([
      `block "${long}": the name has 51 characters`,
      'block "a/b": the name has a forbidden character',
    ]);
    expect(findings([{ ...end, Identifier: 'toString' }])).toEqual([
      'block "toString": the name is reserved',
    ]);
    expect(findings([say('a'), end, end])).toEqual(['block "End": two blocks have this name']);
  });
});

describe('actions', () => {
  it('exist, and a mistaken type is named with the one that is meant', () => {
    const played = first({ Type: 'PlayPrompt', Transitions: { NextAction: 'End' } });
    const document = { Version: '2019-10-30', StartAction: 'First', Actions: [played, end] };
    expect(validateFlow({ document, name: 'Test', type: 'CONTACT_FLOW' }).map(describeFinding)).toEqual([
      'flow "Test", block "First": there is no action PlayPrompt; allowed: MessageParticipant, which is most likely meant',
    ]);
    expect(findings([{ ...played, Type: 'Dance' }, end])).toEqual([
      'block "First": there is no action Dance',
    ]);
  });
  it('are legal in the flow type, or doubted where the sources disagree', () => {
    expect(findings([say('a'), end], { type: 'CUSTOMER_HOLD' })).toEqual([
      'block "First": MessageParticipant is not legal in a flow of type CUSTOMER_HOLD',
      'block "End": DisconnectParticipant is not legal in a flow of type CUSTOMER_HOLD',
    ]);
    const done: FlowAction = { ...end, Type: 'EndFlowExecution' };
    expect(findings([say('a'), done], { type: 'OUTBOUND_WHISPER' })).toEqual([
      '~ block "First": the designer and the API disagree whether MessageParticipant is legal in a flow of type OUTBOUND_WHISPER',
    ]);
  });
  it('have parameters that they take', () => {
    const call = first({
      Type: 'InvokeLambdaFunction',
      Parameters: { LambdaFunctionARN: 'arn', InvocationTimeLimitSeconds: '30' },
      Transitions: { NextAction: 'End', Errors: failing },
    });
    expect(findings([call, end])).toEqual([
      'block "First": InvokeLambdaFunction InvocationTimeLimitSeconds: must be a whole number as text, 1 to 8',
    ]);
  });
});

describe('branches', () => {
  const compare = (Transitions: FlowAction['Transitions']) =>
    first({ Type: 'Compare', Parameters: { ComparisonValue: '$.Channel' }, Transitions });
  const noMatch = { ErrorType: 'NoMatchingCondition', NextAction: 'End' };

  it('are those that the action needs and has', () => {
    expect(findings([compare({ NextAction: 'End', Errors: failing }), end])).toEqual([
      'block "First": Compare needs the error branch NoMatchingCondition',
      'block "First": Compare has no error branch NoMatchingError',
    ]);
    expect(findings([compare({ NextAction: 'End', Errors: [noMatch, noMatch] }), end])).toEqual([
      'block "First": has the error branch NoMatchingCondition twice',
    ]);
  });
  it('lead on, or end the flow', () => {
    expect(findings([compare({ Errors: [noMatch] }), end])).toEqual(['block "First": Compare leads nowhere']);
    expect(findings([say('a'), { ...end, Transitions: { NextAction: 'First' } }])).toContain(
      'block "End": DisconnectParticipant does not support transitions',
    );
  });
  it('are taken: a NextAction beside the branch that it repeats is not', () => {
    const other = { ...say('b'), Identifier: 'Other' };
    const branching = compare({
      NextAction: 'Other',
      Errors: [noMatch],
      Conditions: [on('VOICE', 'Other')],
    });
    expect(findings([branching, other, end])).toEqual(['~ block "First": NextAction "Other" is never taken']);
  });
  it('compare as the action can, with one text', () => {
    const hours = (Conditions: FlowAction['Transitions']['Conditions'] & object) =>
      findings([
        first({
          Type: 'CheckHoursOfOperation',
          Transitions: { NextAction: 'End', Errors: failing, Conditions },
        }),
        end,
      ]);
    expect(hours([on('True', 'End'), on('False', 'End')])).toEqual([]);
    expect(hours([on('True', 'End', 'TextContains'), on('Maybe', 'End')])).toEqual([
      'block "First": compares by TextContains',
      'block "First": branches on Maybe',
      'block "First": needs a branch for False',
    ]);
    const nested = { NextAction: 'End', Condition: { Operator: 'Equals', Operands: [] } };
    expect(findings([compare({ NextAction: 'End', Errors: [noMatch], Conditions: [nested] }), end])).toEqual([
      'block "First": a condition has 0 operands or a nested one',
    ]);
    const words = on('many', 'End', 'NumberGreaterThan');
    expect(findings([compare({ NextAction: 'End', Errors: [noMatch], Conditions: [words] }), end])).toEqual([
      'block "First": compares a number with "many"',
    ]);
    expect(
      findings([{ ...say('a'), Transitions: { NextAction: 'End', Conditions: [on('a', 'End')] } }, end]),
    ).toEqual(['block "First": MessageParticipant does not support conditions']);
  });
  it('of a distribution rise', () => {
    const shares = (...limits: readonly string[]) =>
      findings([
        first({
          Type: 'DistributeByPercentage',
          Transitions: {
            NextAction: 'End',
            Errors: [noMatch],
            Conditions: limits.map((limit) => on(limit, 'End', 'NumberLessThan')),
          },
        }),
        end,
      ]);
    expect(shares('4', '7', '9')).toEqual([]);
    expect(shares('7', '4')).toEqual(['block "First": thresholds are 7, 4']);
    expect(shares()).toEqual(['block "First": thresholds are none']);
  });
  it('of a wait are one for each event', () => {
    const wait = (operands: readonly string[]) =>
      findings([
        first({
          Type: 'Wait',
          Parameters: { TimeLimitSeconds: '60', Events: ['BotParticipantDisconnected'] },
          Transitions: {
            NextAction: 'End',
            Errors: failing,
            Conditions: operands.map((each) => on(each, 'End')),
          },
        }),
        end,
      ]);
    const both =
      'block "First": waits for BotParticipantDisconnected without the error branch ParticipantNotFound';
    expect(wait(['WaitCompleted', 'BotParticipantDisconnected'])).toEqual([both]);
    expect(wait(['WaitCompleted'])).toEqual(['block "First": branches on WaitCompleted', both]);
  });
});

describe('the graph', () => {
  const named = (Identifier: string, action: FlowAction): FlowAction => ({ ...action, Identifier });
  const counting = (again: string, done: string) =>
    first({
      Type: 'Loop',
      Parameters: { LoopCount: '3' },
      Transitions: { NextAction: done, Conditions: [on('ContinueLooping', again), on('DoneLooping', done)] },
    });

  it('reaches every block', () => {
    expect(findings([say('a'), named('Left', say('b')), end])).toEqual([
      'block "Left": cannot be reached from the start',
    ]);
  });
  it('has no loop that never ends', () => {
    expect(findings([say('a', 'B'), named('B', say('b', 'C')), named('C', say('c', 'B'))])).toEqual([
      'block "B": the loop "B" → "C" never ends',
    ]);
    expect(findings([say('a', 'First')])).toEqual(['block "First": the loop "First" never ends']);
  });
  it('has loops that count, on the way that is counted', () => {
    const spoken = named('Spoken', say('a', 'First'));
    expect(findings([counting('Spoken', 'End'), spoken, end])).toEqual([]);
    expect(findings([counting('End', 'Spoken'), spoken, end])).toEqual([
      'block "First": the loop "First" → "Spoken" never ends',
    ]);
  });
  it('has loops in which the customer answers', () => {
    const input = first({
      Type: 'GetParticipantInput',
      Parameters: { Text: 'Press 1', InputTimeLimitSeconds: '5' },
      Transitions: {
        NextAction: 'First',
        Errors: ['InputTimeLimitExceeded', 'NoMatchingCondition', 'NoMatchingError'].map((ErrorType) => ({
          ErrorType,
          NextAction: 'First',
        })),
        Conditions: [on('1', 'End')],
      },
    });
    expect(findings([input, end])).toEqual([]);
  });
  it('sets a queue before it transfers', () => {
    const transfer: FlowAction = {
      Identifier: 'First',
      Type: 'TransferContactToQueue',
      Transitions: {
        NextAction: 'End',
        Errors: [...failing, { ErrorType: 'QueueAtCapacity', NextAction: 'End' }],
      },
    };
    expect(findings([transfer, end])).toEqual(['~ block "First": can be reached without a target queue']);
    const queue = first({
      Type: 'UpdateContactTargetQueue',
      Parameters: { QueueId: 'arn' },
      Transitions: { NextAction: 'Transfer', Errors: failing },
    });
    expect(findings([queue, named('Transfer', transfer), end])).toEqual([]);
  });
  it('asks who answered only where detection works', () => {
    const check = first({
      Type: 'CheckOutboundCallStatus',
      Transitions: { NextAction: 'End', Errors: failing },
    });
    expect(findings([check, end])).toEqual([
      '~ block "First": always takes its error branch without answering-machine detection',
    ]);
    expect(findings([check, end], { answeringMachineDetection: true })).toEqual([]);
  });
});

describe('values', () => {
  it('refer to namespaces that exist and attributes that contacts carry', () => {
    const isKnownAttribute = (name: string) => name === 'greeting';
    expect(
      findings([say("$.Attributes.greeting $.Attributes.['shoe size'] $.Weather.now $.Attributes"), end], {
        isKnownAttribute,
      }),
    ).toEqual([
      'block "First": no contact carries the attribute shoe size',
      'block "First": $.Weather.now has no known namespace',
      'block "First": $.Attributes names nothing in Attributes',
    ]);
    expect(findings([say("$.Attributes.any, $['AwsRegion'] and $.ContactId."), end])).toEqual([]);
  });
  it('refer to attributes that the flow itself writes', () => {
    const write = first({
      Type: 'UpdateContactAttributes',
      Parameters: { Attributes: { shoeSize: '44' } },
      Transitions: { NextAction: 'Say', Errors: failing },
    });
    const spoken = { ...say('Size $.Attributes.shoeSize'), Identifier: 'Say' };
    expect(findings([write, spoken, end], { isKnownAttribute: () => false })).toEqual([]);
  });
  it('are filled by some block', () => {
    expect(findings([say('$.External.status and $.FlowAttributes.try'), end])).toEqual([
      '~ block "First": nothing in this flow fills $.External.status',
      '~ block "First": nothing in this flow fills $.FlowAttributes.try',
    ]);
  });
  it('of attributes fit on a contact', () => {
    const write = first({
      Type: 'UpdateContactAttributes',
      Parameters: { Attributes: { long: 'ü'.repeat(16_383) } },
      Transitions: { NextAction: 'End', Errors: failing },
    });
    const { Parameters: half } = { Parameters: { Attributes: { other: 'u'.repeat(20_000) } } };
    expect(findings([write, end])).toEqual([
      'block "First": the flow writes attributes of 32770 bytes, this block most of them',
    ]);
    const two = ['First', 'Second'].map((Identifier, index) => ({
      ...write,
      Identifier,
      Parameters: index === 0 ? half : { Attributes: { long: 'ü'.repeat(7_000) } },
      Transitions: { NextAction: index === 0 ? 'Second' : 'End', Errors: failing },
    }));
    expect(findings([...two, end])).toEqual([
      'block "First": the flow writes attributes of 34009 bytes, this block most of them',
    ]);
    const again = two.map((action) => ({ ...action, Parameters: half }));
    expect(findings([...again, end])).toEqual([]);
  });
  it.each([
    ['Hello', 'does not begin with <speak>'],
    ['<speak>Hello', 'does not end with </speak>'],
    ['<speak>a < b</speak>', 'has a "<" that begins no tag'],
    ['<speak><emphasis>Hello</speak>', 'closes <speak> where <emphasis> is open'],
    ['<speak></speak></speak>', 'closes <speak> where nothing is open'],
    ['<speak><speak></speak>', 'does not close <speak>'],
  ])('in SSML are well formed: %s', (SSML, problem) => {
    expect(findings([{ ...say('a'), Parameters: { SSML } }, end])).toEqual([
      `block "First": SSML ${problem}`,
    ]);
  });
  it('in SSML may have empty elements', () => {
    const SSML = '<speak>One <break time="1s"/> two.</speak>';
    expect(findings([{ ...say('a'), Parameters: { SSML } }, end])).toEqual([]);
  });
});

describe('usage', () => {
  it('sets a hook where the designer does', () => {
    const hook = first({
      Type: 'UpdateContactEventHooks',
      Parameters: { EventHooks: { CustomerQueue: 'arn' } },
      Transitions: { NextAction: 'End', Errors: failing },
    });
    expect(findings([hook, end])).toEqual([]);
    expect(findings([hook, end], { type: 'CUSTOMER_QUEUE' })).toEqual([
      '~ block "First": the designer does not set CustomerQueue in a flow of type CUSTOMER_QUEUE',
    ]);
  });
  it('of a bot leads somewhere', () => {
    const noMatch = { ErrorType: 'NoMatchingCondition', NextAction: 'End' };
    const bot = first({
      Type: 'ConnectParticipantWithLexBot',
      Parameters: { Text: 'Hello', LexV2Bot: { AliasArn: 'arn' } },
      Transitions: { NextAction: 'End', Errors: [...failing, noMatch] },
    });
    expect(findings([bot, end])).toEqual(['~ block "First": branches on no intent of the bot']);
  });
});
