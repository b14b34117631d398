import type { WireRequest } from '@atlas-engine/aws-wire';

const byExternalId = /\/sobjects\/\w+\/\w+\/[^/"?]+/g;

/** What a call is about, free of record ids, tokens and times, so that a seed gives the same faults in every run. */
export function faultKey(request: WireRequest): string {
  if (request.path.startsWith('/services/oauth2/')) return 'login';
  if (request.path.endsWith('/composite')) return externalIds(request.body.toString('utf8'));
  const statement = request.query.get('q');
  if (statement !== null) return statement;
  return externalIds(request.path) || `${request.method} ${request.path.replace(/\/\w{18}$/, '')}`;
}

const externalIds = (text: string): string => (text.match(byExternalId) ?? []).join(' ');
