/** The org's API requests of the last 24 hours. */
export interface LimitInfo {
  readonly used: number;
  readonly max: number;
}

/** Reads `Sforce-Limit-Info`, whatever else stands in it; undefined when it says nothing about API usage. */
export function parseLimitInfo(header: string | null): LimitInfo | undefined {
  const [, used, max] = /(?:^|[;,\s])api-usage\s*=\s*(\d+)\s*\/\s*(\d+)/i.exec(header ?? '') ?? [];
  return used === undefined || max === undefined ? undefined : { used: Number(used), max: Number(max) };
}
