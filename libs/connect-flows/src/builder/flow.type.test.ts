import {
  attribute,
  compare,
  disconnect,
  endFlow,
  heardSlot,
  say,
  setQueue,
  talkToBot,
} from '../blocks/index.ts';
import { bot, flow, flowModule, hours, lambda, prompt, queue } from '../references/references.ts';
import { actions } from './actions.ts';
import { equals, greaterThan } from './conditions.ts';
import { defineFlow } from './flow.ts';

const then = { next: 'End', failed: 'End' } as const;

describe('what does not compile', () => {
  it('a transition to a block that does not exist', () => {
    const broken = defineFlow({
      name: 'Test',
      type: 'CONTACT_FLOW',
      start: 'Hello',
      blocks: {
        // @ts-expect-error there is no block of this name
        Hello: say('Hello', { next: 'Nowhere', failed: 'End' }),
        End: disconnect(),
      },
    });
    // @ts-expect-error there is no block of this name
    defineFlow({ name: 'Test', type: 'CONTACT_FLOW', start: 'Nowhere', blocks: { End: disconnect() } });
    expect(Object.keys(broken.blocks)).toEqual(['Hello', 'End']);
  });

  it('an action where it is not legal', () => {
    const broken = defineFlow({
      name: 'Test',
      type: 'CONTACT_FLOW',
      start: 'End',
      // @ts-expect-error a contact flow does not end with EndFlowExecution
      blocks: { End: endFlow() },
    });
    expect(broken.start).toBe('End');
  });

  it('a resource that does not exist', () => {
    const references = [
      // @ts-expect-error there is no such queue
      queue('Nobody'),
      // @ts-expect-error there is no such bot
      bot('Nobody'),
      // @ts-expect-error there is no such flow
      flow('Nobody'),
      // @ts-expect-error there is no such module
      flowModule('Nobody'),
      // @ts-expect-error there are no such hours
      hours('Never'),
      // @ts-expect-error there is no such function
      lambda('Nobody'),
      // @ts-expect-error there are no prompts
      prompt('Silence'),
      // @ts-expect-error there is no such queue
      setQueue('Nobody', then),
    ];
    expect(references).toHaveLength(8);
  });

  it('a resource of another kind, or as a mere text', () => {
    const blocks = [
      actions.updateContactTargetQueue(
        // @ts-expect-error a flow is no queue
        { QueueId: flow('AtlasEngineOutbound') },
        { next: 'a', errors: { NoMatchingError: 'a' } },
      ),
      actions.updateContactTargetQueue(
        // @ts-expect-error a text may be any name
        { QueueId: 'Nobody' },
        { next: 'a', errors: { NoMatchingError: 'a' } },
      ),
    ];
    expect(blocks).toHaveLength(2);
  });

  it('a slot that the bot does not have, and a branch on an intent that it does not have', () => {
    const paths = [
      heardSlot('GatewayBot', 'Topic'),
      // @ts-expect-error the gateway has no such slot
      heardSlot('GatewayBot', 'Subject'),
      // @ts-expect-error it is a slot of another bot
      heardSlot('GatewayBot', 'Payee'),
    ];
    const block = talkToBot(
      { bot: 'GatewayBot', text: 'Hello' },
      {
        // @ts-expect-error it is an intent of another bot
        intents: { OptOut: 'End' },
        otherwise: 'End',
        failed: 'End',
      },
    );
    expect([...paths, block.type]).toEqual([
      '$.Lex.Slots.Topic',
      '$.Lex.Slots.Subject',
      '$.Lex.Slots.Payee',
      'ConnectParticipantWithLexBot',
    ]);
  });

  it('an attribute that contacts do not carry, or an unknown namespace', () => {
    const blocks = [
      // @ts-expect-error there is no such attribute
      attribute('shoeSize'),
      // @ts-expect-error there is no such attribute
      compare('$.Attributes.shoeSize', { cases: [], otherwise: 'End' }),
      // @ts-expect-error there is no such namespace
      compare('$.Weather.today', { cases: [], otherwise: 'End' }),
      compare('$.Attributes.question7', { cases: [], otherwise: 'End' }),
    ];
    expect(blocks).toHaveLength(4);
  });

  it('an error branch that the action lacks, or that is missing', () => {
    const blocks = [
      actions.compare(
        { ComparisonValue: '$.Channel' },
        // @ts-expect-error Compare has no NoMatchingError
        { errors: { NoMatchingCondition: 'a', NoMatchingError: 'a' } },
      ),
      // @ts-expect-error TagContact needs NoMatchingError
      actions.tagContact({ Tags: { a: 'b' } }, { next: 'a' }),
      actions.updateContactCallbackNumber(
        { CallbackNumber: '$.StoredCustomerInput' },
        // @ts-expect-error setting a callback number has two errors of its own
        { next: 'a', errors: { NoMatchingError: 'a' } },
      ),
      actions.updateFlowLoggingBehavior(
        { FlowLoggingBehavior: 'Disabled' },
        // @ts-expect-error recording has no errors
        { next: 'a', errors: { NoMatchingError: 'a' } },
      ),
      // @ts-expect-error disconnecting leads nowhere
      actions.disconnectParticipant({}, { next: 'a' }),
    ];
    expect(blocks).toHaveLength(5);
  });

  it('a condition that the action lacks', () => {
    const blocks = [
      actions.loop(
        { LoopCount: '1' },
        // @ts-expect-error a loop continues or is done
        { conditions: [equals('Again', 'a')] },
      ),
      actions.checkHoursOfOperation(
        {},
        // @ts-expect-error hours are True or False
        { conditions: [greaterThan('0', 'a')], errors: { NoMatchingError: 'a' } },
      ),
    ];
    expect(blocks).toHaveLength(2);
  });

  it('a parameter that the action lacks', () => {
    const block = actions.transferContactToQueue(
      // @ts-expect-error a transfer to a queue takes no queue
      { QueueId: 'q' },
      { errors: { QueueAtCapacity: 'a', NoMatchingError: 'a' } },
    );
    // @ts-expect-error Wait takes TimeLimitSeconds
    const other = actions.wait({ TimeoutSeconds: '9' }, { errors: { NoMatchingError: 'a' } });
    expect([block.type, other.type]).toEqual(['TransferContactToQueue', 'Wait']);
  });

  it('a conversation without intents, or with another bot’s', () => {
    const blocks = [
      talkToBot(
        { bot: 'GatewayBot', text: 'Hello' },
        // @ts-expect-error some intent must be branched on
        { intents: {}, otherwise: 'a', failed: 'a' },
      ),
      talkToBot(
        { bot: 'GatewayBot', text: 'Hello' },
        // @ts-expect-error GatewayBot does not know of opting out
        { intents: { ChatIntent: 'a', OptOut: 'a' }, otherwise: 'a', failed: 'a' },
      ),
    ];
    expect(blocks).toHaveLength(2);
  });
});
