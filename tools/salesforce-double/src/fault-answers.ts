import type { RefusingFault, WireRequest, WireResponse } from '@atlas-engine/aws-wire';
import { refusalBody, SalesforceRefusal } from './refusal.ts';
import { requestLimitExceeded } from './usage.ts';

/** Writes an injected fault as Salesforce would; takes turns between the faces a fault has. */
export function createFaultAnswers(): (fault: RefusingFault, request: WireRequest) => WireResponse {
  const turns = { throttle: 0, 'server-error': 0 };
  return (fault, request) => {
    const first = turns[fault.kind] % 2 === 0;
    turns[fault.kind] += 1;
    const isLogin = request.path.startsWith('/services/oauth2/');
    if (fault.kind === 'throttle') return first && !isLogin ? answer(concurrencyLimit()) : tooManyRequests();
    return first || isLogin ? answer(unavailable()) : answer(rowLock());
  };
}

const concurrencyLimit = () => requestLimitExceeded('ConcurrentPerOrgLongTxn Limit exceeded.');

const unavailable = () =>
  new SalesforceRefusal('SERVER_UNAVAILABLE', 'Server is too busy, please try again later.', { status: 503 });

const rowLock = () =>
  new SalesforceRefusal('UNABLE_TO_LOCK_ROW', 'unable to obtain exclusive access to this record', {
    fields: [],
  });

const answer = (refusal: SalesforceRefusal): WireResponse => ({
  status: refusal.status,
  headers: { 'content-type': 'application/json;charset=UTF-8' },
  body: JSON.stringify(refusalBody(refusal)),
});

const tooManyRequests = (): WireResponse => ({
  status: 429,
  headers: { 'content-type': 'text/html', 'retry-after': '1' },
  body: '<html><body>Too Many Requests</body></html>',
});
