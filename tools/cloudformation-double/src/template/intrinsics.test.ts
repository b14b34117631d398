import type { IntrinsicScope } from './intrinsic-functions.ts';
import { noValue, resolveIntrinsics } from './intrinsics.ts';

const scope: IntrinsicScope = {
  ref: async (name) => (name === 'AWS::NoValue' ? noValue : `ref-of-${name}`),
  attribute: async (id, attribute) => `${attribute}-of-${id}`,
  dynamicReference: async (service, reference) => `<${service} ${reference}>`,
  condition: async (name) => name === 'Yes',
  mapping: (name, [first, second]) => ({ 'Sizes/local/memory': 256 })[[name, first, second].join('/')],
};
const resolve = (value: unknown) => resolveIntrinsics(value, scope);

describe('intrinsic functions', () => {
  it.each<[string, unknown, unknown]>([
    ['Ref', { Ref: 'Queue' }, 'ref-of-Queue'],
    ['Fn::GetAtt of a list', { 'Fn::GetAtt': ['Queue', 'Arn'] }, 'Arn-of-Queue'],
    ['Fn::GetAtt of a text', { 'Fn::GetAtt': 'Queue.Arn' }, 'Arn-of-Queue'],
    ['Fn::Join', { 'Fn::Join': ['-', ['a', 1, { Ref: 'B' }]] }, 'a-1-ref-of-B'],
    ['Fn::Join of a split', { 'Fn::Join': ['+', { 'Fn::Split': ['/', 'a/b'] }] }, 'a+b'],
    ['Fn::Sub', { 'Fn::Sub': '${A}:${B.Arn}:${!Kept}' }, 'ref-of-A:Arn-of-B:${Kept}'],
    ['Fn::Sub with variables', { 'Fn::Sub': ['${x}-${Y}', { x: { Ref: 'X' } }] }, 'ref-of-X-ref-of-Y'],
    ['Fn::Select', { 'Fn::Select': ['1', ['a', { Ref: 'B' }]] }, 'ref-of-B'],
    ['Fn::Split', { 'Fn::Split': ['-', { Ref: 'A' }] }, ['ref', 'of', 'A']],
    ['Fn::FindInMap', { 'Fn::FindInMap': ['Sizes', 'local', 'memory'] }, 256],
    ['Fn::If that holds', { 'Fn::If': ['Yes', { Ref: 'A' }, 'no'] }, 'ref-of-A'],
    ['Fn::If that does not', { 'Fn::If': ['No', { Ref: 'A' }, 'no'] }, 'no'],
    ['Fn::Base64', { 'Fn::Base64': { Ref: 'A' } }, Buffer.from('ref-of-A').toString('base64')],
  ])('%s gives its value', async (_name, template, value) => {
    await expect(resolve(template)).resolves.toEqual(value);
  });

  it('are carried out however deep they stand, and within each other', async () => {
    const template = { a: [{ b: { 'Fn::Select': [0, { 'Fn::Split': ['-', { 'Fn::Sub': '${A}' }] }] } }] };
    await expect(resolve(template)).resolves.toEqual({ a: [{ b: 'ref' }] });
  });

  it('leave everything else as it is', async () => {
    const template = { Ref: 'A', Other: 1, none: null, flag: false, list: [1, 'x'] };
    await expect(resolve(template)).resolves.toEqual(template);
  });

  it('leave out what AWS::NoValue stands for', async () => {
    const absent = { 'Fn::If': ['No', 'x', { Ref: 'AWS::NoValue' }] };
    await expect(resolve({ a: 1, b: absent, list: [absent, 2] })).resolves.toEqual({ a: 1, list: [2] });
  });

  it.each<[string, unknown, string]>([
    ['an unknown function', { 'Fn::GetAZs': '' }, 'Fn::GetAZs is not supported'],
    ['imports', { 'Fn::ImportValue': 'x' }, 'stacks must not import from each other'],
    ['an object in a join', { 'Fn::Join': ['', [{ a: 1 }]] }, 'Fn::Join: a text was expected, found {"a":1}'],
    ['nothing in a join', { 'Fn::Join': ['', [null]] }, 'Fn::Join: a text was expected, found null'],
    ['a join without parts', { 'Fn::Join': ['-'] }, 'Fn::Join: a list was expected'],
    ['an item that is not there', { 'Fn::Select': [2, ['a']] }, 'no item 2 in a list of 1'],
    ['a key that no map has', { 'Fn::FindInMap': ['Sizes', 'prod', 'memory'] }, 'no Sizes.prod.memory'],
  ])('refuse %s', async (_name, template, message) => {
    await expect(resolve(template)).rejects.toThrow(message);
  });
});

describe('dynamic references', () => {
  it('are replaced within longer texts, several in one', async () => {
    const text = 'arn:{{resolve:ssm:/a/b:1}}/x/{{resolve:secretsmanager:name:SecretString:key}}!';
    await expect(resolve(text)).resolves.toBe('arn:<ssm /a/b:1>/x/<secretsmanager name:SecretString:key>!');
  });

  it('are replaced after a function has put them together', async () => {
    const template = { 'Fn::Join': ['', ['{{resolve:ssm:/', { Ref: 'A' }, '}}']] };
    await expect(resolve(template)).resolves.toBe('<ssm /ref-of-A>');
  });
});
