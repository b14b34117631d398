import { newContact } from './contact.ts';
import { keysOf, referencesIn, resolveText } from './references.ts';
import { type FlowRun, startRun } from './run.ts';
import { flowOf } from './testing/flow-under-test.ts';

const contact = newContact({
  id: 'contact-1',
  instanceArn: 'arn',
  region: 'us-east-1',
  channel: 'VOICE',
  initiationMethod: 'API',
  attributes: { name: 'Ada', 'my key': 'spaced', price: '$.Attributes.name' },
  customerEndpoint: { address: '+12125550100', type: 'TELEPHONE_NUMBER' },
  references: { order: '42' },
});
const run: FlowRun = {
  ...startRun(flowOf({ End: { type: 'DisconnectParticipant' } }), contact),
  external: { status: 'ok', deep: { list: ['first', 'second'] } },
  storedInput: '1234',
  lex: {
    IntentName: 'RequestCall',
    DialogState: 'Fulfilled',
    Slots: { phone: 'given' },
    SessionAttributes: { 'a.b': 'dotted' },
    IntentConfidence: { Score: '0.9' },
  },
};

describe('resolveText', () => {
  it.each([
    ['Hello $.Attributes.name, welcome.', 'Hello Ada, welcome.'],
    ['Hello $.Attributes.name.', 'Hello Ada.'],
    ["$.Attributes.['my key']", 'spaced'],
    ["$.Attributes['my key']", 'spaced'],
    ["$['AwsRegion']", 'us-east-1'],
    ['$.External.deep.list[1]', 'second'],
    ['$.External.deep.list', '["first","second"]'],
    ['$.External.missing.deeper', ''],
    ['$.StoredCustomerInput', '1234'],
    ['$.Lex.Slots.phone / $.Lex.IntentName', 'given / RequestCall'],
    ["$.Lex.SessionAttributes.['a.b']", 'dotted'],
    ['$.CustomerEndpoint.Address', '+12125550100'],
    ['$.References.order.Value', '42'],
    ['$.Queue.Name', ''],
    ['It costs $5 or $.50', 'It costs $5 or $.50'],
    ['$.Attributes.toString', ''],
  ])('reads %s', (text, expected) => {
    expect(resolveText(text, run)).toBe(expected);
  });

  it('does not resolve what a value says', () => {
    expect(resolveText('$.Attributes.price', run)).toBe('$.Attributes.name');
  });
});

describe('referencesIn', () => {
  it('finds them whole, with their keys', () => {
    const found = referencesIn("a $.Attributes.x b $.Lex.SessionAttributes.['a.b'] c");
    expect(found.map(keysOf)).toEqual([
      ['Attributes', 'x'],
      ['Lex', 'SessionAttributes', 'a.b'],
    ]);
  });
});
