import * as fc from 'fast-check';
import type { FlowEvent } from './ask.ts';
import { branchesOf, coverageOf } from './coverage.ts';
import { flowOf, type TestBlock, walk } from './testing/flow-under-test.ts';

const end: TestBlock = { type: 'DisconnectParticipant' };
const say = (Text: string, next: string): TestBlock => ({
  type: 'MessageParticipant',
  parameters: { Text },
  next,
});

describe('flows that call each other', () => {
  const module = flowOf(
    {
      Set: {
        type: 'UpdateFlowAttributes',
        parameters: { FlowAttributes: { a: { Value: 'inner' } } },
        next: 'Say',
      },
      Say: say('$.FlowAttributes.a', 'Return'),
      Return: { type: 'EndFlowModuleExecution' },
    },
    { id: 'module', type: 'MODULE' },
  );
  const outer = (FlowModuleId: string) =>
    flowOf({
      Set: {
        type: 'UpdateFlowAttributes',
        parameters: { FlowAttributes: { a: { Value: 'outer' } } },
        next: 'Use',
      },
      Use: {
        type: 'InvokeFlowModule',
        parameters: { FlowModuleId },
        next: 'Say',
        errors: { NoMatchingError: 'End' },
      },
      Say: say('$.FlowAttributes.a', 'End'),
      End: end,
    });

  it('return from a module, each with flow attributes of its own', () => {
    const inner = walk([outer('module'), module]);
    expect(inner.progress).toMatchObject({ ask: { message: { text: 'inner' } } });
    const back = walk([outer('module'), module], [{ kind: 'done' }]);
    expect(back.progress).toMatchObject({ ask: { message: { text: 'outer' } } });
    expect(back.path).toEqual(['Set: next', 'Set: next', 'Say: next', 'Return: end', 'Use: next']);
  });

  it('take the error branch for a module that does not exist or nests too deep', () => {
    expect(walk([outer('gone')]).path).toContain('Use: NoMatchingError');
    const endless = flowOf(
      {
        Again: {
          type: 'InvokeFlowModule',
          parameters: { FlowModuleId: 'module' },
          next: 'Return',
          errors: { NoMatchingError: 'Return' },
        },
        Return: { type: 'EndFlowModuleExecution' },
      },
      { id: 'module', type: 'MODULE' },
    );
    const { path, progress } = walk([outer('module'), endless]);
    expect(path.filter((each) => each === 'Again: NoMatchingError')).toHaveLength(1);
    expect(progress).toMatchObject({ ask: { message: { text: 'outer' } } });
  });

  it('do not return from a transfer', () => {
    const second = flowOf({ Say: say('$.FlowAttributes.a!', 'End'), End: end }, { id: 'second' });
    const first = (ContactFlowId: string) =>
      flowOf({
        Go: {
          type: 'TransferToFlow',
          parameters: { ContactFlowId },
          next: 'End',
          errors: { NoMatchingError: 'End' },
        },
        End: end,
      });
    expect(walk([first('second'), second], [{ kind: 'done' }]).run.trace).toMatchObject([
      { flowId: 'flow-1', block: 'Go', branch: 'end' },
      { flowId: 'second', block: 'Say', branch: 'next' },
      { flowId: 'second', block: 'End', branch: 'end' },
    ]);
    expect(walk([first('gone')]).path).toEqual(['Go: NoMatchingError', 'End: end']);
  });
});

describe('a flow', () => {
  it('that goes round without end is ended', () => {
    const round = flowOf({
      A: { type: 'UpdateFlowLoggingBehavior', parameters: { FlowLoggingBehavior: 'Enabled' }, next: 'A' },
    });
    expect(walk([round]).progress).toEqual({
      end: { kind: 'failed', reason: 'The block goes round without end' },
    });
  });

  const menu = flowOf({
    Menu: {
      type: 'GetParticipantInput',
      parameters: { Text: 'Press', InputTimeLimitSeconds: '5' },
      next: 'End',
      errors: { InputTimeLimitExceeded: 'Menu', NoMatchingCondition: 'Menu', NoMatchingError: 'End' },
      when: { 'Equals 1': 'Talk', 'Equals 2': 'End' },
    },
    Talk: { ...say('Hello', 'End'), errors: { NoMatchingError: 'End' } },
    End: end,
  });

  it('counts each way out of each block once, and no copy', () => {
    expect(branchesOf(menu).map(({ block, branch }) => `${block}: ${branch}`)).toEqual([
      'Menu: InputTimeLimitExceeded',
      'Menu: NoMatchingCondition',
      'Menu: NoMatchingError',
      'Menu: Equals 1',
      'Menu: Equals 2',
      'Talk: next',
      'Talk: NoMatchingError',
      'End: end',
    ]);
  });

  it('is covered when traces took every way', () => {
    const one = walk([menu], [{ kind: 'no-input' }, { kind: 'digits', digits: '1' }, { kind: 'done' }]).run
      .trace;
    const partly = coverageOf(menu, [one]);
    expect(partly).toMatchObject({ total: 8, covered: 4 });
    expect(partly.missing).toContainEqual({ block: 'Menu', branch: 'Equals 2' });
    const rest: FlowEvent[][] = [
      [
        { kind: 'digits', digits: '9' },
        { kind: 'digits', digits: '2' },
      ],
      [{ kind: 'failed' }],
      [{ kind: 'digits', digits: '1' }, { kind: 'failed' }],
    ];
    const traces = rest.map((events) => walk([menu], events).run.trace);
    expect(coverageOf(menu, [one, ...traces])).toEqual({ flow: 'flow-1', total: 8, covered: 8, missing: [] });
  });

  it('asks or ends after any events, and every step of its trace is a way out of it', () => {
    const anyEvent = fc.oneof<fc.Arbitrary<FlowEvent>[]>(
      fc.constant({ kind: 'done' }),
      fc.constant({ kind: 'no-input' }),
      fc.constant({ kind: 'failed' }),
      fc.record({ kind: fc.constant('digits' as const), digits: fc.constantFrom('1', '2', '9') }),
    );
    const ways = branchesOf(menu);
    fc.assert(
      fc.property(fc.array(anyEvent), (events) => {
        const { progress, run } = walk([menu], events);
        expect('ask' in progress || 'end' in progress).toBe(true);
        for (const { block, branch } of run.trace) expect(ways).toContainEqual({ block, branch });
      }),
    );
  });
});

describe('a service that fails at a block', () => {
  const flow = flowOf({
    First: {
      type: 'MessageParticipant',
      parameters: { Text: 'x' },
      next: 'End',
      errors: { NoMatchingError: 'End' },
    },
    End: { type: 'DisconnectParticipant' },
  });

  it('takes the error branch of that block alone', () => {
    const broken = (block: string) => walk([flow], [], { world: { breaks: (at) => at.block === block } });
    expect(broken('First').path).toEqual(['First: NoMatchingError', 'End: end']);
    expect(broken('Another').progress).toMatchObject({ ask: { kind: 'play' } });
  });
});
