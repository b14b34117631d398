import { notFound } from './refusal.ts';

/** One request of the data API, alone or as a part of a composite. */
export interface DataRequest {
  readonly method: string;
  /** Decoded path segments behind the version. */
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed JSON body, undefined when there is none. */
  readonly body: unknown;
  /** API version as a number, e.g. 62. */
  readonly version: number;
  /** `/services/data/v62.0`. */
  readonly apiBase: string;
}

/** The answer to one request, alone or as a part. */
export interface DataAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const versionedPath = /^\/services\/data\/v(\d{2})\.0(?:\/(.*))?$/;

/** The parts of a data API path. @throws SalesforceRefusal for a version the org does not have. */
export function parseDataPath(path: string): Pick<DataRequest, 'segments' | 'version' | 'apiBase'> {
  const [, version, rest = ''] = versionedPath.exec(path) ?? [];
  if (version === undefined || Number(version) < 41 || Number(version) > 66) throw notFound();
  return {
    version: Number(version),
    apiBase: `/services/data/v${version}.0`,
    segments: rest
      .split('/')
      .filter((segment) => segment !== '')
      .map(decodeSegment),
  };
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch (error) {
    if (error instanceof URIError) throw notFound();
    throw error;
  }
}

/** Whether the caller has seen the duplicates and wants the record nevertheless. */
export const allowsDuplicates = (headers: Readonly<Record<string, string>>): boolean =>
  /allowSave\s*=\s*true/i.test(headers['sforce-duplicate-rule-header'] ?? '');
