import { createRequest, type RequestOptions } from './request.ts';

const schema = {
  parse: (value: unknown) => {
    if (typeof value !== 'object' || value === null || !('ok' in value)) throw new TypeError('not it');
    return value;
  },
};
const question = { method: 'GET', path: '/me/day', schema } as const;

function asking(answers: readonly (Response | Error)[], options: Partial<RequestOptions> = {}) {
  const sent: (string | null)[] = [];
  const left = [...answers];
  const fetch = (_: unknown, { headers }: RequestInit = {}) => {
    sent.push(new Headers(headers).get('authorization'));
    const next = left.shift();
    return next instanceof Response ? Promise.resolve(next) : Promise.reject(next ?? new TypeError('failed'));
  };
  const request = createRequest({
    baseUrl: 'https://console.example.com/api',
    token: (renewed) => Promise.resolve(renewed ? 'new' : 'old'),
    fetch: fetch,
    isOnline: () => true,
    ...options,
  });
  return { request, sent };
}

describe('a request to the API', () => {
  it('carries the agent’s token', async () => {
    const { request, sent } = asking([Response.json({ ok: 1 })]);
    await expect(request(question)).resolves.toEqual({ ok: 1 });
    expect(sent).toEqual(['Bearer old']);
  });

  it('renews a token that was refused, once', async () => {
    const { request, sent } = asking([new Response('', { status: 401 }), Response.json({ ok: 1 })]);
    await expect(request(question)).resolves.toEqual({ ok: 1 });
    expect(sent).toEqual(['Bearer old', 'Bearer new']);
    const refused = asking([new Response('', { status: 401 }), new Response('', { status: 401 })]);
    await expect(refused.request(question)).rejects.toMatchObject({ code: 'SESSION_EXPIRED' });
  });

  it.each([
    [
      Response.json({ error: { code: 'NOT_YOUR_CONTACT', message: 'No.' } }, { status: 403 }),
      'NOT_YOUR_CONTACT',
    ],
    [new Response('<html>', { status: 503 }), 'UNAVAILABLE'],
    [new Response('<html>', { status: 200 }), 'UNREADABLE'],
    [Response.json({ other: 1 }), 'UNREADABLE'],
    [new TypeError('failed to fetch'), 'UNAVAILABLE'],
    [new DOMException('too long', 'TimeoutError'), 'TIMED_OUT'],
  ])('names a failure (%#) as %s', async (answer, code) => {
    await expect(asking([answer]).request(question)).rejects.toMatchObject({ code });
  });

  it('says that there is no network', async () => {
    const { request } = asking([new TypeError('failed to fetch')], { isOnline: () => false });
    await expect(request(question)).rejects.toMatchObject({ code: 'OFFLINE' });
  });
});
