import { closeServers } from '../testing/local-cloud.ts';
import { bucket as Bucket, startS3 } from '../testing/s3-world.ts';

afterEach(closeServers);

const signature = {
  'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
  'X-Amz-Credential': 'AKIALOCAL/20260101/us-east-1/s3/aws4_request',
  'X-Amz-Date': '20260101T000000Z',
  'X-Amz-Expires': '900',
  'X-Amz-SignedHeaders': 'host',
  'X-Amz-Signature': '0'.repeat(64),
};

const presigned = (url: string, key: string, query: Readonly<Record<string, string>> = {}): string =>
  `${url}/${Bucket}/${key}?${new URLSearchParams({ ...signature, ...query }).toString()}`;

const codeOf = async (answer: Response): Promise<string | undefined> =>
  /<Code>(\w+)/.exec(await answer.text())?.[1];

describe('a presigned URL', () => {
  it('stores and reads an object', async () => {
    const { server } = await startS3();
    const put = await fetch(presigned(server.url, 'a%20b', { 'x-id': 'PutObject' }), {
      method: 'PUT',
      body: 'hello',
      headers: { 'content-type': 'text/plain' },
    });
    expect(put.status).toBe(200);
    const get = await fetch(presigned(server.url, 'a%20b', { 'response-content-type': 'text/csv' }));
    expect([get.headers.get('content-type'), await get.text()]).toEqual(['text/csv', 'hello']);
  });

  it('may carry headers in its query', async () => {
    const { server } = await startS3();
    const put = (query: Record<string, string>) =>
      fetch(presigned(server.url, 'k', query), { method: 'PUT', body: 'hello' });
    // What a signer that knows no body writes into the URL.
    const wrong = await put({ 'x-amz-checksum-crc32': 'AAAAAA==', 'x-amz-sdk-checksum-algorithm': 'CRC32' });
    expect([wrong.status, await codeOf(wrong)]).toEqual([400, 'BadDigest']);
    const right = await put({ 'x-amz-meta-call': 'c-1', 'x-amz-storage-class': 'STANDARD_IA' });
    expect(right.status).toBe(200);
    const head = await fetch(presigned(server.url, 'k'), { method: 'HEAD' });
    expect([head.headers.get('x-amz-meta-call'), head.headers.get('x-amz-storage-class')]).toEqual([
      'c-1',
      'STANDARD_IA',
    ]);
  });

  it.each(['0', '604801', 'soon'])('does not live for %s seconds', async (expires) => {
    const { server } = await startS3();
    const answer = await fetch(presigned(server.url, 'k', { 'X-Amz-Expires': expires }));
    expect([answer.status, await codeOf(answer)]).toEqual([400, 'AuthorizationQueryParametersError']);
  });

  it('is refused when a part of its signature is missing', async () => {
    const { server } = await startS3();
    const answer = await fetch(presigned(server.url, 'k').replace('X-Amz-Signature', 'other'));
    expect([answer.status, await codeOf(answer)]).toEqual([400, 'AuthorizationQueryParametersError']);
  });
});

describe('a request', () => {
  it('needs a path of percent-encoded UTF-8', async () => {
    const { server } = await startS3();
    const answer = await fetch(presigned(server.url, '%ff'));
    expect([answer.status, await codeOf(answer)]).toEqual([400, 'InvalidURI']);
  });

  it('needs a length for a body', async () => {
    const { server } = await startS3();
    const body = new ReadableStream({
      start: (controller) => {
        controller.enqueue(new TextEncoder().encode('hello'));
        controller.close();
      },
    });
    const answer = await fetch(presigned(server.url, 'k'), {
      method: 'PUT',
      body,
      duplex: 'half',
    });
    expect([answer.status, await codeOf(answer)]).toEqual([411, 'MissingContentLength']);
  });
});
