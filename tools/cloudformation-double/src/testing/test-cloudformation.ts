import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { createWireServer } from '@atlas-engine/aws-wire';
import {
  createManualClock,
  createMemoryStore,
  type ManualClock,
  type StateStore,
} from '@atlas-engine/simulation';
import { createCloudFormation, type StackContent } from '../index.ts';
import { fakeProvider } from './fake-provider.ts';

const closers: (() => void | Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

export interface TestOptions {
  readonly clock?: ManualClock;
  readonly store?: StateStore;
  readonly fake?: ReturnType<typeof fakeProvider>;
}

/** CloudFormation on services in memory and a clock that stands still. */
export function testCloudFormation(options: TestOptions = {}) {
  const { clock = createManualClock(), store = createMemoryStore(), fake = fakeProvider() } = options;
  const ssm = new Map<string, string>();
  const templates = new Map<string, string>();
  const cloudFormation = createCloudFormation({
    clock,
    store,
    region: 'us-east-1',
    accountId: '000000000000',
    provider: fake.provider,
    ssm: (name) => ssm.get(name),
    dynamicReference: async (service, reference) => `${service}-${reference}`,
    templateFrom: async (url) => templates.get(url) ?? '',
  });
  const { engine, stacks } = cloudFormation;
  const deploy = async (name: string, template: object, changes: Partial<StackContent> = {}) => {
    const content = contentOf(template, changes);
    const begun =
      stacks.find(name) === undefined
        ? await engine.create(name, content)
        : await engine.update(name, content);
    await begun.running.finished;
    return stacks.get(begun.stackId);
  };
  const events = (name: string) =>
    stacks.events(stacks.get(name).id).map(({ logicalId, status }) => `${logicalId} ${status}`);
  return { clock, store, ssm, templates, cloudFormation, engine, stacks, deploy, events, ...fake };
}

export const contentOf = (template: object, changes: Partial<StackContent> = {}): StackContent => ({
  body: JSON.stringify(template),
  parameters: {},
  tags: [],
  capabilities: [],
  notificationArns: [],
  ...changes,
});

/** The same on the wire, with the SDK's client. */
export async function testWire(options: TestOptions = {}) {
  const world = testCloudFormation(options);
  const { clock, store, cloudFormation } = world;
  const server = await createWireServer({ services: [cloudFormation.service], clock, store });
  const client = new CloudFormationClient({
    endpoint: server.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
  closers.push(
    () => client.destroy(),
    () => server.close(),
  );
  return { ...world, client };
}

export const topic = (properties: object = {}, more: object = {}) => ({
  Type: 'AWS::SNS::Topic',
  Properties: properties,
  ...more,
});
export const queue = (properties: object = {}, more: object = {}) => ({
  Type: 'AWS::SQS::Queue',
  Properties: properties,
  ...more,
});
export const parameter = (Value: unknown, more: object = {}) => ({
  Type: 'AWS::SSM::Parameter',
  Properties: { Type: 'String', Value },
  ...more,
});
