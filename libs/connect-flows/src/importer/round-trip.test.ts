import * as fc from 'fast-check';
import { writeFlow } from '../builder/emit-flow.ts';
import { actionTypes, errorTypes, operators } from '../catalogue/index.ts';
import { importFlow } from './import-flow.ts';
import { printFlow } from './print-flow.ts';

const name = fc.string({ minLength: 1, maxLength: 20 }).filter((each) => each !== '__proto__');
const branch = { NextAction: name };
const absentOr = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const transitions = fc.record({
  NextAction: absentOr(name),
  Errors: absentOr(
    fc.uniqueArray(fc.record({ ...branch, ErrorType: fc.constantFrom(...errorTypes) }), {
      selector: ({ ErrorType }) => ErrorType,
      maxLength: 4,
    }),
  ),
  Conditions: absentOr(
    fc.array(
      fc.record({
        ...branch,
        Condition: fc.record({
          Operator: fc.constantFrom(...operators),
          Operands: fc.tuple(fc.constantFrom('DoneLooping', 'True', 'other')),
        }),
      }),
      { maxLength: 4 },
    ),
  ),
});
const document = fc.record({
  Version: fc.constant('2019-10-30'),
  StartAction: name,
  Metadata: absentOr(fc.dictionary(name, fc.jsonValue())),
  Actions: fc.uniqueArray(
    fc.record({
      Identifier: fc.oneof(name, fc.nat(99).map(String)),
      Type: fc.constantFrom(...actionTypes),
      Parameters: absentOr(fc.dictionary(name, fc.jsonValue())),
      Transitions: transitions,
    }),
    { selector: ({ Identifier }) => Identifier, minLength: 1, maxLength: 8 },
  ),
  Settings: absentOr(fc.dictionary(name, fc.jsonValue())),
});

describe('the importer', () => {
  it('gives back every flow that it takes', () => {
    fc.assert(
      fc.property(document, (exported) => {
        const text = JSON.stringify(exported);
        const flow = importFlow(text, { type: 'CONTACT_FLOW' });
        expect(JSON.parse(JSON.stringify(writeFlow(flow)))).toEqual(JSON.parse(text));
      }),
    );
  });

  it('prints every flow that it takes', () => {
    fc.assert(
      fc.property(document, (exported) => {
        const flow = importFlow(JSON.stringify(exported), { type: 'CONTACT_FLOW', name: 'Any' });
        expect(printFlow(flow)).toMatch(
          /^import \{ .*defineFlow.*\n\n.*\nexport const any = defineFlow\(\{\n/,
        );
      }),
    );
  });
});
