import { parseLimitInfo } from './limit-info.ts';
import { parseRetryAfter } from './retry-after.ts';

describe('Sforce-Limit-Info', () => {
  it.each([
    ['api-usage=10018/100000', { used: 10_018, max: 100_000 }],
    ['api-usage=5/100; per-app-api-usage=17/250(appName=x)', { used: 5, max: 100 }],
    ['per-app-api-usage=17/250(appName=x), api-usage=5/100', { used: 5, max: 100 }],
    ['API-Usage = 5 / 100; api-bursts=1', { used: 5, max: 100 }],
    ['per-app-api-usage=17/250(appName=x)', undefined],
    ['api-usage=many', undefined],
    ['', undefined],
    [null, undefined],
  ])('reads %s', (header, info) => {
    expect(parseLimitInfo(header)).toEqual(info);
  });
});

describe('Retry-After', () => {
  const now = Date.UTC(2026, 0, 1);

  it.each([
    ['120', 120],
    ['Thu, 01 Jan 2026 00:01:00 GMT', 60],
    ['Wed, 31 Dec 2025 00:00:00 GMT', 0],
    ['soon', undefined],
    [null, undefined],
  ])('reads %s', (header, seconds) => {
    expect(parseRetryAfter(header, now)).toBe(seconds);
  });
});
