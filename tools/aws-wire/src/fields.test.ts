import { AwsError } from './aws-error.ts';
import {
  booleanField,
  choiceField,
  listField,
  numberField,
  objectField,
  optionalBoolean,
  optionalList,
  optionalNumber,
  optionalObject,
  optionalString,
  refuseUnknownFields,
  stringField,
} from './fields.ts';

const input = { text: 'x', empty: '', number: 3, on: false, map: { a: 1 }, list: [1], nothing: null };

describe('reading fields', () => {
  it('gives what is there', () => {
    expect([stringField(input, 'text'), optionalString(input, 'empty')]).toEqual(['x', '']);
    expect([numberField(input, 'number'), optionalNumber(input, 'number')]).toEqual([3, 3]);
    expect([booleanField(input, 'on'), optionalBoolean(input, 'on')]).toEqual([false, false]);
    expect([objectField(input, 'map'), optionalObject(input, 'map')]).toEqual([{ a: 1 }, { a: 1 }]);
    expect([listField(input, 'list'), optionalList(input, 'list')]).toEqual([[1], [1]]);
    expect(choiceField(input, 'text', ['x', 'y'])).toBe('x');
  });

  it.each([optionalString, optionalNumber, optionalBoolean, optionalObject, optionalList])(
    'takes null and absence as nothing (%#)',
    (read) => {
      expect([read(input, 'nothing'), read(input, 'absent')]).toEqual([undefined, undefined]);
    },
  );

  it.each([
    [() => stringField(input, 'empty'), 'empty: must be a string that is not empty, is of type string'],
    [() => stringField(input, 'absent'), 'absent: is required and must be a string that is not empty'],
    [() => numberField(input, 'text'), 'text: must be a number, is of type string'],
    [() => optionalObject(input, 'list'), 'list: must be an object, is a list'],
    [() => listField(input, 'nothing'), 'nothing: is required and must be a list'],
    [() => choiceField(input, 'text', ['a', 'b']), 'text: must be one of a, b, is "x"'],
    [() => refuseUnknownFields(input, ['text']), 'empty: is not supported by the local double'],
  ])('names the field that is wrong (%#)', (read, message) => {
    expect(read).toThrow(new AwsError('ValidationException', message));
  });
});
