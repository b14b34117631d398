import type { SynthesizedStack } from './find-stacks.ts';
import { groundFirst } from './ground-first.ts';

const stack = (name: string, type: string): SynthesizedStack => ({
  name,
  body: JSON.stringify({ Resources: { One: { Type: type } } }),
  tags: {},
  terminationProtection: false,
  assembly: '/nowhere',
});

it('stacks with policies and queues are loaded before those that name them', () => {
  const stacks = [
    stack('function', 'AWS::Lambda::Function'),
    stack('queues', 'AWS::SQS::Queue'),
    stack('queue-policy', 'AWS::SQS::QueuePolicy'),
    stack('policies', 'AWS::IAM::ManagedPolicy'),
  ];
  expect(groundFirst(stacks).map(({ name }) => name)).toEqual([
    'queues',
    'policies',
    'function',
    'queue-policy',
  ]);
});
