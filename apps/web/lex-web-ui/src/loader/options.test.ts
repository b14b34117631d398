import * as fc from 'fast-check';
import { readAttributes, readOptions } from './options.ts';

const problemOf = (options: object): string => {
  try {
    readOptions(options);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('options', () => {
  it('are taken when every one is allowed', () => {
    const options = {
      locale: 'es-US',
      theme: 'dark',
      position: 'start',
      label: 'Chat with us',
      launcher: false,
      open: true,
      attributes: { 'shop.name': 'Roofs "R" Us', empty: '' },
    } as const;
    expect(readOptions(options)).toEqual(options);
    expect(readOptions({})).toEqual({});
  });

  it.each([
    [{ position: 'left' }, 'atlas-chat: "position" is "left"; allowed: start, end'],
    [{ theme: 1 }, 'atlas-chat: "theme" is 1; allowed: auto, light, dark'],
    [{ open: 'true' }, 'atlas-chat: "open" is "true"; allowed: true, false'],
    [{ locale: 'english' }, 'atlas-chat: "locale" is "english"; allowed: such as en-US'],
    [{ label: '' }, 'atlas-chat: "label" is ""; allowed: 1 to 60 characters'],
    [{ label: () => 'x' }, 'atlas-chat: "label" is no JSON; allowed: 1 to 60 characters'],
    [{ colour: 'red' }, '"colour" is "red"; allowed: locale,theme,position,label,launcher,open,attributes'],
    [{ constructor: 1 }, '"constructor" is 1; allowed: locale,theme'],
  ])('that are wrong are named, with their value and what is allowed (%#)', (options, message) => {
    expect(problemOf(options)).toContain(message);
  });

  it.each([
    [{ attributes: { a: 1 } }],
    [{ attributes: { 'a b': 'x' } }],
    [{ attributes: ['a'] }],
    [{ attributes: { a: 'x'.repeat(513) } }],
    [{ attributes: { a: { b: 'c' } } }],
  ])('refuse attributes that are no short texts (%#)', (options) => {
    expect(problemOf(options)).toContain('"attributes" is');
  });

  it('take any short texts as attributes', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[\w.:-]{1,64}$/), fc.string({ unit: 'grapheme', maxLength: 80 })),
        (attributes) => expect(problemOf({ attributes })).toBe(''),
      ),
    );
  });
});

describe('attributes of the tag', () => {
  it('are options; what says where options are is none', () => {
    const dataset = {
      label: '5',
      open: '',
      launcher: 'false',
      attributes: '{"a":"b"}',
      config: '/c.json',
      manual: '',
    };
    expect(readAttributes(dataset)).toEqual({
      label: '5',
      open: true,
      launcher: false,
      attributes: { a: 'b' },
    });
  });

  it('that are no JSON are named by the rule that they break', () => {
    expect(problemOf(readAttributes({ open: 'yes' }))).toContain('"open" is "yes"');
  });
});
