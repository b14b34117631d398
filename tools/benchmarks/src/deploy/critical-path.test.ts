import { criticalPathSeconds, type GraphTemplate, stackSeconds } from './critical-path.ts';

const overhead = 15;
const queue = (properties: object = {}, more: object = {}) => ({
  Type: 'AWS::SQS::Queue',
  Properties: properties,
  ...more,
});

describe('the critical path', () => {
  it('of a stack is its longest chain of resources, whatever else is made at the same time', () => {
    expect(stackSeconds({ Resources: {} })).toBe(overhead);
    const template: GraphTemplate = {
      Resources: {
        Role: { Type: 'AWS::IAM::Role' },
        Function: { Type: 'AWS::Lambda::Function', Properties: { Role: { 'Fn::GetAtt': ['Role', 'Arn'] } } },
        Version: { Type: 'AWS::Lambda::Version', Properties: { FunctionName: { Ref: 'Function' } } },
        Logs: { Type: 'AWS::Logs::LogGroup' },
      },
    };
    expect(stackSeconds(template)).toBe(overhead + 20 + 15 + 10);
  });

  it('goes through DependsOn and Fn::Sub too, and is not lost in a circle or a parameter', () => {
    const chain = {
      A: queue({}, { DependsOn: 'B' }),
      B: queue({ Name: { 'Fn::Sub': '${C.Arn}-${AWS::Region}' } }),
      C: queue({ Name: { Ref: 'BootstrapVersion' } }, { DependsOn: ['D'] }),
      D: { Type: 'Custom::Unknown' },
    };
    expect(stackSeconds({ Resources: chain })).toBe(overhead + 3 * 65 + 10);
    expect(stackSeconds({ Resources: { A: queue({}, { DependsOn: 'A' }) } })).toBe(overhead + 65);
  });

  it('of everything is the slowest project of each layer, its stacks one after the other', () => {
    const one = { Resources: { Q: queue() } };
    const projects = [
      { project: 'platform', layer: 'platform', templates: [one, one] },
      { project: 'contact-centre', layer: 'platform', templates: [one] },
      { project: 'f', layer: 'function', templates: [{ Resources: {} }] },
    ];
    expect(criticalPathSeconds(projects, ['platform', 'function', 'web'])).toBe(
      2 * (overhead + 65) + overhead,
    );
  });
});
