import { unfoldForm } from './form-input.ts';

const unfold = (form: string) => unfoldForm(new URLSearchParams(form));

describe('unfoldForm', () => {
  it('unfolds lists and structures in order', () => {
    const form =
      'Action=Publish&Version=1&Name=a%20b&Tags.member.10.Key=ten&Tags.member.2.Key=two&Tags.member.2.Value=v' +
      '&Attributes.entry.1.key=k&Attributes.entry.1.value=w&Flat.1=x&Flat.2=y&Deep.Inner.Leaf=z';
    expect(unfold(form)).toEqual({
      Name: 'a b',
      Tags: [{ Key: 'two', Value: 'v' }, { Key: 'ten' }],
      Attributes: [{ key: 'k', value: 'w' }],
      Flat: ['x', 'y'],
      Deep: { Inner: { Leaf: 'z' } },
    });
  });

  it('keeps a member that is called as a prototype’s', () => {
    unfold('__proto__.polluted=1&constructor.name=x');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it.each(['A=1&A.B=2', 'A.B=2&A=1'])('refuses a member that is value and structure (%s)', (form) => {
    expect(() => unfold(form)).toThrow('is both a value and a structure');
  });
});
