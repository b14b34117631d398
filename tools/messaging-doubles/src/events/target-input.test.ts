import * as fc from 'fast-check';
import { omit } from '../omit.ts';
import type { EventEnvelope } from './event.ts';
import { fillTemplate } from './input-template.ts';
import { parseJsonPath, valueAt } from './json-path.ts';
import { checkTargetInput, targetInput } from './target-input.ts';

const event: EventEnvelope = {
  version: '0',
  id: 'e-1',
  'detail-type': 'Order "placed"',
  source: 'shop',
  account: '000000000000',
  time: '2026-01-01T00:00:00Z',
  region: 'us-east-1',
  resources: ['arn:r'],
  detail: { id: 7, note: 'say "hi"\n', lines: [{ sku: 'a' }], 'odd name': 1 },
};
const context = { ruleArn: 'arn:rule', ruleName: 'rule', ingestionTime: '2026-01-01T00:00:01Z' };
const target = (input: object) => ({ Id: 't', Arn: 'arn:aws:sqs:us-east-1:000000000000:q', ...input });
const inputOf = (input: object): unknown => targetInput(target(input), event, context);

describe('the input of a target', () => {
  it('is the event, a constant, or a part of the event', () => {
    expect(inputOf({})).toBe(event);
    expect(inputOf({ Input: '{"a":1}' })).toEqual({ a: 1 });
    expect(inputOf({ InputPath: '$.detail.lines[0]' })).toEqual({ sku: 'a' });
  });

  it('is a filled template: JSON outside quotes, text within', () => {
    const InputTransformer = {
      InputPathsMap: {
        type: '$.detail-type',
        id: '$.detail.id',
        note: "$.detail['note']",
        none: '$.detail.absent',
      },
      InputTemplate:
        '{"type":<type>,"id":<id>,"text":"no. <id>: <note>","none":<none>,"rule":"<aws.events.rule-name>"}',
    };
    expect(inputOf({ InputTransformer })).toEqual({
      type: 'Order "placed"',
      id: 7,
      text: 'no. 7: say "hi"\n',
      none: '',
      rule: 'rule',
    });
  });

  it('knows the reserved variables', () => {
    const InputTemplate =
      '[<aws.events.event>, <aws.events.event.json>, "<aws.events.event.ingestion-time>", <aws.events.rule-arn>]';
    expect(inputOf({ InputTransformer: { InputTemplate } })).toEqual([
      omit(event, 'detail'),
      event,
      context.ingestionTime,
      'arn:rule',
    ]);
  });

  it.each([
    ['more than one form', { Input: '1', InputPath: '$' }, 'only one of'],
    ['an input that is not JSON', { Input: '{' }, 'valid JSON'],
    ['a path with a wildcard', { InputPath: '$.a[*]' }, 'InputPath'],
    [
      'a variable that is not defined',
      { InputTransformer: { InputTemplate: '"<x>"' } },
      '<x> is not defined',
    ],
    ['a template that is not JSON', { InputTransformer: { InputTemplate: 'hello' } }, 'not one JSON value'],
    [
      'a reserved name',
      { InputTransformer: { InputPathsMap: { 'aws.x': '$' }, InputTemplate: '1' } },
      'reserved',
    ],
    [
      'a variable with a bad path',
      { InputTransformer: { InputPathsMap: { x: 'a' }, InputTemplate: '1' } },
      '"a" is not a path',
    ],
  ])('is refused with %s', (_, input, message) => {
    expect(() => checkTargetInput(target(input))).toThrow(message);
  });

  it('stays valid JSON whatever a value contains', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const filled = fillTemplate('{"raw":<v>,"text":"[<v>]"}', (name) => ({ known: name === 'v', value }));
        expect(JSON.parse(filled)).toEqual({
          raw: JSON.parse(JSON.stringify(value)),
          text: `[${typeof value === 'string' ? value : JSON.stringify(value)}]`,
        });
      }),
    );
  });
});

describe('a JSON path', () => {
  it.each([
    ['$', event],
    ["$.detail['odd name']", 1],
    ['$.detail["id"]', 7],
    ['$.resources[0]', 'arn:r'],
    ['$.resources[1]', undefined],
    ['$.detail.id.deeper', undefined],
    ['$.constructor', undefined],
  ])('%s leads to what is there', (path, expected) => {
    expect(valueAt(event, path)).toEqual(expected);
  });

  it.each(['a.b', '$..a', '$.a[?(@.b)]', '$.a[0:1]', '$a', '$.'])('%s is not known', (path) => {
    expect(parseJsonPath(path)).toBeUndefined();
  });
});
