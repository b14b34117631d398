import { disconnect, say, setQueue, talkToBot } from '../blocks/index.ts';
import { InvalidFlowError } from '../invalid-flow-error.ts';
import { actions } from './actions.ts';
import type { Block } from './block.ts';
import { equals } from './conditions.ts';
import { emitFlow, findingsOf } from './emit-flow.ts';
import { defineFlow } from './flow.ts';

const good = defineFlow({
  name: 'Test',
  type: 'CONTACT_FLOW',
  start: 'Hello',
  blocks: { Hello: say('Hello', { next: 'End', failed: 'End' }), End: disconnect() },
});
const withBlocks = (blocks: Readonly<Record<string, Block>>) => ({ ...good, blocks });
const problemsOf = (blocks: Readonly<Record<string, Block>>): readonly string[] => {
  try {
    emitFlow(withBlocks(blocks));
  } catch (error) {
    if (error instanceof InvalidFlowError) return error.problems;
    throw error;
  }
  return [];
};

describe('emitFlow', () => {
  it('writes the Flow language, with the name of a block as its id and a place for the designer', () => {
    expect(emitFlow(good)).toEqual({
      Version: '2019-10-30',
      StartAction: 'Hello',
      Metadata: {
        name: 'Test',
        type: 'contactFlow',
        entryPointPosition: { x: 20, y: 20 },
        ActionMetadata: {
          Hello: { position: { x: expect.any(Number), y: expect.any(Number) }, isFriendlyName: true },
          End: { position: { x: expect.any(Number), y: expect.any(Number) }, isFriendlyName: true },
        },
      },
      Actions: [
        {
          Identifier: 'Hello',
          Type: 'MessageParticipant',
          Parameters: { Text: 'Hello' },
          Transitions: {
            NextAction: 'End',
            Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'End' }],
          },
        },
        { Identifier: 'End', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} },
      ],
    });
  });

  it('keeps ids and layout when only a text changes', () => {
    const edited = withBlocks({ ...good.blocks, Hello: say('Good day', { next: 'End', failed: 'End' }) });
    const { Actions, ...rest } = emitFlow(edited);
    expect(rest).toEqual({ ...rest, Metadata: emitFlow(good).Metadata });
    expect(Actions.map(({ Identifier }) => Identifier)).toEqual(['Hello', 'End']);
  });

  it('repeats a branch in NextAction where the designer does', () => {
    const bot = talkToBot(
      { bot: 'GatewayBot', text: 'Hello' },
      { intents: { ChatIntent: 'Sorry' }, otherwise: 'End', failed: 'Sorry' },
    );
    const blocks = { Hello: bot, Sorry: say('Sorry', { next: 'End', failed: 'End' }), End: disconnect() };
    expect(emitFlow(withBlocks(blocks)).Actions[0]?.Transitions).toEqual({
      NextAction: 'End',
      Errors: [
        { ErrorType: 'NoMatchingCondition', NextAction: 'End' },
        { ErrorType: 'NoMatchingError', NextAction: 'Sorry' },
      ],
      Conditions: [{ NextAction: 'Sorry', Condition: { Operator: 'Equals', Operands: ['ChatIntent'] } }],
    });
    const loop = actions.loop(
      { LoopCount: '2' },
      { conditions: [equals('ContinueLooping', 'Hello'), equals('DoneLooping', 'End')] },
    );
    const looping = { Hello: loop, End: disconnect() };
    expect(emitFlow(withBlocks(looping)).Actions[0]?.Transitions.NextAction).toBe('End');
  });

  it('puts an ARN in the place of each name, and keeps names without one', () => {
    const blocks = { Hello: setQueue('AccountQueue', { next: 'End', failed: 'End' }), End: disconnect() };
    const queueIn = (resolve?: () => string) =>
      emitFlow(withBlocks(blocks), resolve === undefined ? {} : { resolve }).Actions[0]?.Parameters;
    expect(queueIn()).toEqual({ QueueId: 'atlas:queue/AccountQueue' });
    expect(queueIn(() => 'arn:queue')).toEqual({ QueueId: 'arn:queue' });
  });

  it('takes the name that the flow has in the instance', () => {
    expect(emitFlow(good, { name: 'Test-dev' }).Metadata).toMatchObject({ name: 'Test-dev' });
  });

  it('gives a module its settings', () => {
    const module = defineFlow({
      name: 'Part',
      type: 'MODULE',
      start: 'End',
      blocks: { End: actions.endFlowModuleExecution() },
    });
    expect(emitFlow(module).Settings).toMatchObject({ InputParameters: [], OutputParameters: [] });
  });

  it('refuses a flow with errors, each naming flow, block, problem and what is allowed', () => {
    expect(problemsOf({ Hello: say('Hi', { next: 'Nowhere', failed: 'End' }), End: disconnect() })).toEqual([
      'flow "Test", block "Hello": leads to "Nowhere", which is no block; allowed: the name of a block',
    ]);
  });

  it('does not refuse what is only doubtful', () => {
    const opaque = actions.resumeContact({}, { next: 'End', errors: { NoMatchingError: 'End' } });
    const blocks = { Hello: opaque, End: disconnect() };
    expect(problemsOf(blocks)).toEqual([]);
    expect(findingsOf(withBlocks(blocks))).toMatchObject([{ severity: 'warning', block: 'Hello' }]);
  });
});
