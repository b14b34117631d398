import { aStack } from '../fixtures/a-stack.ts';
import { loadStack, type ResolvedResource } from './load-stack.ts';

async function load(template: Readonly<Record<string, unknown>>) {
  const made: ResolvedResource[] = [];
  const created = await loadStack(aStack(template), {
    region: 'eu-west-1',
    accountId: '000000000000',
    create: async (resource) => {
      made.push(resource);
      return { ref: `the-${resource.logicalId}`, attributes: { Arn: `arn-${resource.logicalId}` } };
    },
    dynamicReference: async () => 'value',
  });
  const propertiesOf = (id: string) => made.find(({ logicalId }) => logicalId === id)?.properties;
  return { order: made.map(({ logicalId }) => logicalId), propertiesOf, created };
}
const thing = (properties: object = {}, more: object = {}) => ({
  Type: 'Test::Thing',
  Properties: properties,
  ...more,
});

describe('loading a stack', () => {
  it('creates a resource after those that it refers to', async () => {
    const { order, propertiesOf } = await load({
      Resources: {
        A: thing({ b: { Ref: 'B' }, c: { 'Fn::Sub': 'x-${C.Arn}' } }),
        B: thing({ c: { 'Fn::GetAtt': ['C', 'Arn'] } }),
        C: thing(),
      },
    });
    expect(order).toEqual(['C', 'B', 'A']);
    expect(propertiesOf('A')).toEqual({ b: 'the-B', c: 'x-arn-C' });
  });

  it('creates a resource after those that it depends on, each once', async () => {
    const { order, created } = await load({
      Resources: {
        A: thing({}, { DependsOn: ['C', 'B'] }),
        B: thing({}, { DependsOn: 'C' }),
        C: thing(),
      },
    });
    expect(order).toEqual(['C', 'B', 'A']);
    expect([...created.keys()].toSorted()).toEqual(['A', 'B', 'C']);
  });

  it('leaves out a resource whose condition does not hold', async () => {
    const equal = (left: unknown, right: unknown) => ({ 'Fn::Equals': [left, right] });
    const { order } = await load({
      Parameters: { Stage: { Type: 'String', Default: 'local' } },
      Conditions: {
        IsLocal: equal({ Ref: 'Stage' }, 'local'),
        IsProd: { 'Fn::Not': [{ Condition: 'IsLocal' }] },
        Both: { 'Fn::And': [{ Condition: 'IsLocal' }, { Condition: 'IsProd' }] },
        Either: { 'Fn::Or': [{ Condition: 'IsLocal' }, { Condition: 'IsProd' }] },
      },
      Resources: {
        Local: thing({}, { Condition: 'IsLocal' }),
        Prod: thing({}, { Condition: 'IsProd' }),
        Both: thing({}, { Condition: 'Both' }),
        Either: thing({}, { Condition: 'Either' }),
      },
    });
    expect(order).toEqual(['Local', 'Either']);
  });

  it('knows parameters, mappings and pseudo parameters', async () => {
    const { propertiesOf } = await load({
      Parameters: { Size: { Type: 'Number', Default: 7 } },
      Mappings: { Regions: { 'eu-west-1': { name: 'Ireland' } } },
      Resources: {
        A: thing({
          size: { Ref: 'Size' },
          where: { 'Fn::FindInMap': ['Regions', { Ref: 'AWS::Region' }, 'name'] },
          text: { 'Fn::Sub': '${AWS::Partition} ${AWS::AccountId} ${AWS::StackName} ${AWS::URLSuffix}' },
        }),
      },
    });
    expect(propertiesOf('A')).toEqual({
      size: 7,
      where: 'Ireland',
      text: 'aws 000000000000 stack amazonaws.com',
    });
  });

  it.each<[string, object, string]>([
    ['a resource that is not there', { A: thing({ b: { Ref: 'B' } }) }, 'resource B does not exist'],
    ['a condition that is not there', { A: thing({}, { Condition: 'C' }) }, 'condition C does not exist'],
    [
      'an attribute that is not known',
      { A: thing({ b: { 'Fn::GetAtt': ['B', 'Url'] } }), B: thing() },
      'B has no attribute Url in the local cloud',
    ],
  ])('refuses %s by name', async (_what, Resources, message) => {
    await expect(load({ Resources })).rejects.toThrow(message);
  });

  it('refuses resources that wait for each other', async () => {
    const Resources = { A: thing({}, { DependsOn: 'B' }), B: thing({ a: { Ref: 'A' } }) };
    await expect(load({ Resources })).rejects.toThrow('stack: A and B wait for each other');
  });

  it('refuses a function that conditions do not have', async () => {
    const template = {
      Conditions: { C: { 'Fn::Contains': [] } },
      Resources: { A: thing({}, { Condition: 'C' }) },
    };
    await expect(load(template)).rejects.toThrow('Condition function Fn::Contains is not supported');
  });
});
