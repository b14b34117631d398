import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { ConfigurationError } from '../configuration-error.ts';
import { awsClientOptions } from './client-options.ts';
import { isTransient } from './sdk-errors.ts';

describe('awsClientOptions', () => {
  it('takes region and budget', () => {
    const options = awsClientOptions({ maxAttempts: 1, requestTimeoutMs: 900 }, { AWS_REGION: 'eu-west-2' });

    expect(options).toMatchObject({
      region: 'eu-west-2',
      maxAttempts: 1,
      requestHandler: { requestTimeout: 900, connectionTimeout: 1000, throwOnRequestTimeout: true },
    });
  });

  it('names the missing region', () => {
    expect(() => awsClientOptions({}, {})).toThrow(ConfigurationError);
    expect(() => awsClientOptions({}, {})).toThrow('AWS_REGION is missing');
  });

  it('ends a call to a service that never answers', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const client = new DynamoDBClient({
      ...awsClientOptions({ maxAttempts: 1, requestTimeoutMs: 50 }, { AWS_REGION: 'us-east-1' }),
      endpoint: `http://127.0.0.1:${String((silent.address() as AddressInfo).port)}`,
      credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'key' },
    });

    const failure: unknown = await client.send(new ListTablesCommand()).catch((error: unknown) => error);
    client.destroy();
    silent.close();

    expect(failure).toMatchObject({ name: 'TimeoutError' });
    expect(isTransient(failure)).toBe(true);
  });
});
