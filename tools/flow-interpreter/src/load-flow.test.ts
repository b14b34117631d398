import { loadFlow } from './load-flow.ts';

const load = (content: unknown) =>
  loadFlow({ id: 'f', name: 'Entry', type: 'CONTACT_FLOW', content: JSON.stringify(content) });

const flow = (...actions: readonly unknown[]) => ({
  Version: '2019-10-30',
  StartAction: 'A',
  Actions: actions,
});
const end = { Identifier: 'End', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} };
const say = (parameters: unknown, transitions: unknown = { NextAction: 'End' }) => ({
  Identifier: 'A',
  Type: 'MessageParticipant',
  Parameters: parameters,
  Transitions: transitions,
});

describe('loadFlow', () => {
  it.each<[string, unknown, string]>([
    ['another version', { ...flow(end), Version: '2018-01-01' }, 'Version'],
    ['a start that is no action', flow(end), 'StartAction "A" is no action'],
    [
      'a type that does not exist',
      flow({ ...say({ Text: 'x' }), Type: 'PlayPrompt' }, end),
      '"A" has type PlayPrompt',
    ],
    ['a dangling transition', flow(say({ Text: 'x' })), '"A" leads to "End"'],
    [
      'two prompts at once',
      flow(say({ Text: 'x', PromptId: 'y' }), end),
      'one of Text, SSML, PromptId, Media',
    ],
    ['a parameter that does not exist', flow(say({ Text: 'x', Volume: '3' }), end), 'Volume'],
    ['an unknown namespace', flow(say({ Text: '$.Weather.today' }), end), '$.Weather.today'],
    ['two actions of one name', flow(say({ Text: 'x' }), end, end), 'the same Identifier'],
    [
      'an unknown operator',
      flow(
        say(
          { Text: 'x' },
          {
            NextAction: 'End',
            Conditions: [{ NextAction: 'End', Condition: { Operator: 'Is', Operands: ['1'] } }],
          },
        ),
        end,
      ),
      'operator Is',
    ],
    // The documentation's names, which the service refuses.
    [
      'TimeoutSeconds of Wait',
      flow({ ...say({ TimeoutSeconds: '5' }), Type: 'Wait' }, end),
      'TimeLimitSeconds',
    ],
    [
      'a queue in TransferContactToQueue',
      flow({ ...say({ QueueId: 'q' }), Type: 'TransferContactToQueue' }, end),
      'QueueId',
    ],
    [
      'flat flow attributes',
      flow({ ...say({ FlowAttributes: { a: '1' } }), Type: 'UpdateFlowAttributes' }, end),
      'FlowAttributes.a',
    ],
  ])('refuses %s', (_, content, message) => {
    expect(() => load(content)).toThrow(message);
  });

  it('refuses what is no JSON', () => {
    expect(() => loadFlow({ id: 'f', name: 'Entry', type: 'CONTACT_FLOW', content: '{' })).toThrow('no JSON');
  });

  it('names the flow and every problem in it', () => {
    const broken = () => load(flow({ ...say({}), Type: 'Start' }, { ...end, Type: 'Trigger' }));
    expect(broken).toThrow(/Flow Entry: "A" has type Start.*"End" has type Trigger/);
  });
});
