import { flowOf, leftBy, oneBlock, walk } from '../testing/flow-under-test.ts';

const errors = ['NoMatchingError'];
const hold = flowOf({ End: { type: 'EndFlowExecution' } }, { id: 'hold-music', type: 'CUSTOMER_HOLD' });

const contactAfter = (type: string, parameters: unknown, contact: object = {}) => {
  const walked = walk([oneBlock(type, parameters, { errors: [...errors, 'ChannelMismatch'] }), hold], [], {
    contact,
  });
  return { ...walked.run.contact, leftBy: leftBy(walked) };
};

describe('blocks that set something of the contact', () => {
  it.each<[string, unknown, object]>([
    [
      'UpdateContactAttributes',
      { Attributes: { a: '$.Channel' } },
      { attributes: { kept: 'yes', a: 'VOICE' } },
    ],
    [
      'UpdateContactData',
      { Name: 'N', LanguageCode: 'en-GB', References: { r: { Value: '1', Type: 'NUMBER' } } },
      { name: 'N', languageCode: 'en-GB', references: { r: '1' } },
    ],
    [
      'UpdateContactRecordingBehavior',
      { RecordingBehavior: { RecordedParticipants: ['Agent'], IVRRecordingBehavior: 'Enabled' } },
      { recording: { participants: ['Agent'], automatedInteraction: true } },
    ],
    [
      'UpdateContactRecordingBehavior',
      { RecordingBehavior: { RecordedParticipants: [] } },
      { recording: { participants: [], automatedInteraction: false } },
    ],
    [
      'UpdateContactRecordingAndAnalyticsBehavior',
      { VoiceBehavior: { VoiceRecordingBehavior: { RecordedParticipants: ['Customer'] } } },
      { recording: { participants: ['Customer'], automatedInteraction: false } },
    ],
    [
      'UpdateContactTextToSpeechVoice',
      { TextToSpeechVoice: 'Ruth', TextToSpeechEngine: 'Neural' },
      { voice: { name: 'Ruth', engine: 'Neural' } },
    ],
    [
      'UpdateContactEventHooks',
      { EventHooks: { CustomerHold: 'hold-music' } },
      { hooks: { CustomerHold: 'hold-music' } },
    ],
    ['TagContact', { Tags: { area: 'sales' } }, { tags: { old: '1', area: 'sales' } }],
    ['UntagContact', { TagKeys: ['old'] }, { tags: {} }],
    ['UpdateContactRoutingBehavior', { QueuePriority: '2' }, { routing: { priority: 2 } }],
    [
      'UpdateContactRoutingBehavior',
      { QueueTimeAdjustmentSeconds: '-30' },
      { routing: { adjustSeconds: -30 } },
    ],
    ['UpdateFlowLoggingBehavior', { FlowLoggingBehavior: 'Enabled' }, { logging: true }],
    ['UpdateContactTargetQueue', { QueueId: 'sales' }, { queue: expect.objectContaining({ name: 'Sales' }) }],
    [
      'UpdateContactTargetQueue',
      { AgentId: 'ana' },
      { targetAgent: expect.objectContaining({ userName: 'ana' }) },
    ],
    [
      'UpdateContactCallbackNumber',
      { CallbackNumber: '$.CustomerEndpoint.Address' },
      { callbackNumber: '+12125550100' },
    ],
  ])('%s with %j', (type, parameters, change) => {
    const contact = contactAfter(type, parameters, { attributes: { kept: 'yes' }, tags: { old: '1' } });
    expect(contact).toMatchObject({ ...change, leftBy: 'next' });
  });

  it.each<[string, unknown, object, string]>([
    [
      'more attributes than fit',
      { type: 'UpdateContactAttributes', parameters: { Attributes: { a: 'x'.repeat(32_768) } } },
      {},
      'NoMatchingError',
    ],
    [
      'a related contact that does not exist',
      { type: 'UpdateContactAttributes', parameters: { Attributes: { a: '1' }, TargetContact: 'Related' } },
      {},
      'NoMatchingError',
    ],
    [
      'a voice without a name',
      { type: 'UpdateContactTextToSpeechVoice', parameters: { TextToSpeechVoice: '$.Attributes.none' } },
      {},
      'NoMatchingError',
    ],
    [
      'a hook to a flow that does not exist',
      { type: 'UpdateContactEventHooks', parameters: { EventHooks: { CustomerQueue: 'gone' } } },
      {},
      'NoMatchingError',
    ],
    ['a reserved tag', { type: 'TagContact', parameters: { Tags: { 'aws:x': '1' } } }, {}, 'NoMatchingError'],
    [
      'a queue that does not exist',
      { type: 'UpdateContactTargetQueue', parameters: { QueueId: 'gone' } },
      {},
      'NoMatchingError',
    ],
    [
      'voice recording in a chat',
      { type: 'UpdateContactRecordingAndAnalyticsBehavior', parameters: { VoiceBehavior: {} } },
      { channel: 'CHAT' },
      'ChannelMismatch',
    ],
    [
      'chat analytics in a call',
      { type: 'UpdateContactRecordingAndAnalyticsBehavior', parameters: { ChatBehavior: {} } },
      {},
      'ChannelMismatch',
    ],
    [
      'an agent on hold where nobody transferred',
      {
        type: 'UpdatePreviousContactParticipantState',
        parameters: { PreviousContactParticipantState: 'AgentOnHold' },
      },
      {},
      'NoMatchingError',
    ],
    [
      'a media stream in a chat',
      { type: 'UpdateContactMediaStreamingBehavior', parameters: { MediaStreamingState: 'Enabled' } },
      { channel: 'CHAT' },
      'NoMatchingError',
    ],
  ])('%s fails', (_, block, contact, branch) => {
    const { type, parameters } = block as { type: string; parameters: unknown };
    expect(contactAfter(type, parameters, contact).leftBy).toBe(branch);
  });

  it('tells a callback number that is none from one that cannot be dialled', () => {
    const callback = (number: string, isDialable: boolean) =>
      leftBy(
        walk(
          [
            oneBlock(
              'UpdateContactCallbackNumber',
              { CallbackNumber: '$.Attributes.number' },
              { errors: ['InvalidCallbackNumber', 'CallbackNumberNotDialable'] },
            ),
          ],
          [],
          { contact: { attributes: { number } }, world: { isDialable: () => isDialable } },
        ),
      );
    expect(callback('12', true)).toBe('InvalidCallbackNumber');
    expect(callback('+12125550100', false)).toBe('CallbackNumberNotDialable');
  });
});
