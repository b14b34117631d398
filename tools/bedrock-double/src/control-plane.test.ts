import {
  BedrockClient,
  GetFoundationModelAvailabilityCommand,
  GetInferenceProfileCommand,
} from '@aws-sdk/client-bedrock';
import { createWireServer, type WireServer } from '@atlas-engine/aws-wire';
import { createManualClock, createMemoryStore } from '@atlas-engine/simulation';
import { createBedrock } from './index.ts';

const model = 'anthropic.claude-haiku-4-5-20251001-v1:0';

describe('what Bedrock tells of models', () => {
  let server: WireServer;
  const serve = async (models?: readonly string[]): Promise<BedrockClient> => {
    const { service } = createBedrock(models === undefined ? {} : { models });
    const place = { clock: createManualClock(), store: createMemoryStore() };
    server = await createWireServer({ services: [service], ...place });
    return new BedrockClient({
      endpoint: server.url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'AKIALOCAL', secretAccessKey: 'x' },
      maxAttempts: 1,
    });
  };
  afterEach(() => server.close());

  it('is that a model may be used, also through the profile that the account is given', async () => {
    const client = await serve([`us.${model}`]);
    const ask = (modelId: string) => client.send(new GetFoundationModelAvailabilityCommand({ modelId }));
    expect(await ask(model)).toMatchObject({
      modelId: model,
      agreementAvailability: { status: 'AVAILABLE' },
      authorizationStatus: 'AUTHORIZED',
      entitlementAvailability: 'AVAILABLE',
      regionAvailability: 'AVAILABLE',
    });
    expect(await ask('anthropic.claude-opus-4')).toMatchObject({ authorizationStatus: 'NOT_AUTHORIZED' });
  });

  it('is which model a profile leads to', async () => {
    const client = await serve();
    const ask = (id: string) =>
      client.send(new GetInferenceProfileCommand({ inferenceProfileIdentifier: id }));
    expect(await ask(`us.${model}`)).toMatchObject({
      inferenceProfileId: `us.${model}`,
      status: 'ACTIVE',
      models: [{ modelArn: `arn:aws:bedrock:us-east-1::foundation-model/${model}` }],
    });
    await expect(ask(model)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  it('is nothing of what is no model', async () => {
    const client = await serve();
    const asked = client.send(new GetFoundationModelAvailabilityCommand({ modelId: 'haiku' }));
    await expect(asked).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});
