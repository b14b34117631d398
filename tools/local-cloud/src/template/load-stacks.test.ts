import { aStack } from '../fixtures/a-stack.ts';
import { loadStacks } from './load-stacks.ts';
import { ParameterMissingError, TemplateError } from './template-error.ts';

function arrange() {
  const parameters = new Map<string, string>();
  const made: string[] = [];
  return {
    made,
    loader: {
      region: 'us-east-1',
      accountId: '000000000000',
      create: async ({
        stack,
        type,
        properties,
      }: Parameters<Parameters<typeof loadStacks>[1]['create']>[0]) => {
        if (type === 'Test::Broken') throw new Error('no such thing');
        if (type === 'Test::Parameter') parameters.set(String(properties['Name']), 'value');
        made.push(stack.name);
        return { ref: 'ref' };
      },
      dynamicReference: async (_service: string, name: string) => {
        const value = parameters.get(name);
        if (value === undefined) throw new ParameterMissingError(name);
        return value;
      },
    },
  };
}
const parameter = (Name: string, value: string) => ({
  Resources: { P: { Type: 'Test::Parameter', Properties: { Name, value } } },
});
const reader = (name: string) => ({
  Resources: { R: { Type: 'Test::Thing', Properties: { id: `x/{{resolve:ssm:${name}}}` } } },
});

describe('loading stacks', () => {
  it('loads those that read a parameter after the one that makes it, over several rounds', async () => {
    const { loader, made } = arrange();
    const stacks = [
      aStack(reader('/b'), 'last'),
      aStack(parameter('/b', '{{resolve:ssm:/a}}'), 'middle'),
      aStack(parameter('/a', 'x'), 'first'),
    ];
    await loadStacks(stacks, loader);
    expect(made).toEqual(['first', 'middle', 'last']);
  });

  it('names the parameters that no stack makes', async () => {
    const { loader } = arrange();
    const stacks = [aStack(reader('/a'), 'one'), aStack(reader('/b'), 'two')];
    await expect(loadStacks(stacks, loader)).rejects.toThrow(
      'No stack creates these SSM parameters: one needs /a; two needs /b',
    );
  });

  it('says in which stack something is wrong', async () => {
    const { loader } = arrange();
    const broken = aStack({ Resources: { A: { Type: 'Test::Broken' } } }, 'one');
    const failure: unknown = await loadStacks([broken], loader).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(TemplateError);
    expect(failure).toMatchObject({ message: 'one: no such thing' });
  });
});
