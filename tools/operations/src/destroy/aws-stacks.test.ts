import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { answering } from '../fixtures/answering-client.ts';
import { awsStacks } from './aws-stacks.ts';

const client = () =>
  new CloudFormationClient({
    region: 'us-east-1',
    credentials: { accessKeyId: 'A', secretAccessKey: 'x' },
  });
const stacksOf = (answer: (command: string, input: Record<string, unknown>) => object | undefined) =>
  awsStacks(answering(client(), (command, input) => answer(command, input as Record<string, unknown>)));

describe('stacks in CloudFormation', () => {
  it('are those of a prefix that live, over all pages', async () => {
    const pages: Record<string, object> = {
      first: {
        Stacks: [
          { StackName: 'atlas-dev-a', StackId: 'arn:a', StackStatus: 'UPDATE_COMPLETE' },
          { StackName: 'other', StackId: 'arn:o', StackStatus: 'CREATE_COMPLETE' },
        ],
        NextToken: 'second',
      },
      second: {
        Stacks: [
          {
            ...{ StackName: 'atlas-dev-b', StackId: 'arn:b', StackStatus: 'DELETE_FAILED' },
            EnableTerminationProtection: true,
          },
        ],
      },
    };
    const stacks = stacksOf((_command, { NextToken }) => pages[NextToken === 'second' ? 'second' : 'first']);
    expect(await stacks.list('atlas-dev-')).toEqual([
      { name: 'atlas-dev-a', id: 'arn:a', status: 'UPDATE_COMPLETE', isProtected: false },
      { name: 'atlas-dev-b', id: 'arn:b', status: 'DELETE_FAILED', isProtected: true },
    ]);
  });

  it('have resources, of which the template keeps some', async () => {
    const stacks = stacksOf((command) =>
      command === 'GetTemplate'
        ? {
            TemplateBody: JSON.stringify({
              Resources: {
                T: { Type: 'AWS::DynamoDB::Table', DeletionPolicy: 'Retain' },
                B: { Type: 'AWS::S3::Bucket', DeletionPolicy: 'Delete' },
                Q: { Type: 'AWS::SQS::Queue' },
                E: { Type: 'AWS::SQS::Queue', DeletionPolicy: 'RetainExceptOnCreate' },
              },
            }),
          }
        : {
            StackResourceSummaries: [
              { LogicalResourceId: 'T', ResourceType: 'AWS::DynamoDB::Table', PhysicalResourceId: 't' },
              { LogicalResourceId: 'B', ResourceType: 'AWS::S3::Bucket', PhysicalResourceId: 'b' },
              {
                ...{ LogicalResourceId: 'Q', ResourceType: 'AWS::SQS::Queue', PhysicalResourceId: 'q' },
                ResourceStatus: 'DELETE_COMPLETE',
              },
              { LogicalResourceId: 'E', ResourceType: 'AWS::SQS::Queue', PhysicalResourceId: 'e' },
            ],
          },
    );
    expect(await stacks.resources('atlas-dev-a')).toEqual([
      { stack: 'atlas-dev-a', type: 'AWS::DynamoDB::Table', id: 't', isKept: true },
      { stack: 'atlas-dev-a', type: 'AWS::S3::Bucket', id: 'b', isKept: false },
      { stack: 'atlas-dev-a', type: 'AWS::SQS::Queue', id: 'e', isKept: true },
    ]);
  });

  it('that are gone left behind what was passed over, unless a stack of the name lives again', async () => {
    const stacks = stacksOf((command, { StackName }) => {
      if (command === 'DescribeStacks') {
        return { Stacks: [{ StackName: 'atlas-dev-b', StackId: 'arn:b2', StackStatus: 'CREATE_COMPLETE' }] };
      }
      if (command === 'ListStacks') {
        return {
          StackSummaries: ['a', 'b'].map((part) => ({
            StackName: `atlas-dev-${part}`,
            StackId: `arn:${part}`,
          })),
        };
      }
      expect(StackName).toBe('arn:a');
      return {
        StackResourceSummaries: [
          ['AWS::DynamoDB::Table', 't', 'DELETE_SKIPPED'],
          ['AWS::Lambda::Version', 'v', 'DELETE_SKIPPED'],
          ['AWS::SQS::Queue', 'q', 'DELETE_COMPLETE'],
        ].map(([ResourceType, PhysicalResourceId, ResourceStatus]) => ({
          ...{ ResourceType, PhysicalResourceId, ResourceStatus },
        })),
      };
    });
    expect(await stacks.leftBehind('atlas-dev-')).toEqual([
      { stack: 'atlas-dev-a', type: 'AWS::DynamoDB::Table', id: 't', isKept: true },
    ]);
  });

  it('are gone when even their ARN is forgotten', async () => {
    const forgotten = stacksOf(() => {
      throw Object.assign(new Error('Stack with id arn:a does not exist'), { name: 'ValidationError' });
    });
    expect(await forgotten.status('arn:a')).toBe('DELETE_COMPLETE');
    const failing = stacksOf(() => ({ Stacks: [{ StackStatus: 'DELETE_FAILED' }] }));
    expect(await failing.status('arn:a')).toBe('DELETE_FAILED');
  });

  it('tell why the last deletion failed, and nothing of those before', async () => {
    const event = (LogicalResourceId: string, ResourceStatus: string, reason?: string) => ({
      ...{ LogicalResourceId, ResourceStatus, PhysicalResourceId: LogicalResourceId },
      ...(reason === undefined ? {} : { ResourceStatusReason: reason }),
    });
    const stacks = stacksOf(() => ({
      StackEvents: [
        event('arn:a', 'DELETE_FAILED', 'The following resource(s) failed to delete: [Bucket]'),
        event('Bucket', 'DELETE_FAILED', 'The bucket is not empty'),
        event('arn:a', 'DELETE_IN_PROGRESS'),
        event('Role', 'DELETE_FAILED', 'long ago'),
      ],
    }));
    expect(await stacks.failures('arn:a')).toEqual(['Bucket: The bucket is not empty']);
  });
});
