/** What pages of a site may do beyond their own origin. Sources are origins, `*` for a port of the local cloud. */
export interface PageSecurity {
  /** Where scripts may send requests and open websockets. */
  readonly connect: readonly string[];
  /** What may be embedded. */
  readonly frames: readonly string[];
  /** Who may embed the pages; nobody when empty. */
  readonly ancestors: readonly string[];
  /** Where pictures may come from beside the site, such as those of a bot's cards. */
  readonly images?: readonly string[];
  /** Hashes of style elements that a library makes by itself, as `sha256-…`. */
  readonly styleHashes?: readonly string[];
  /** The value of `Permissions-Policy`. */
  readonly permissions: string;
  /** Whether other origins may load the files, as a loader needs. */
  readonly loadedByOthers: boolean;
}

const directive = (name: string, sources: readonly string[]): string =>
  `${name} ${sources.length === 0 ? "'none'" : [...new Set(sources)].join(' ')}`;

/**
 * A policy under which only the site's own files are run: no inline script or style, no plug-ins, no forms to elsewhere.
 *
 * Source: Content Security Policy Level 3; OWASP's Content Security Policy Cheat Sheet.
 */
export const contentSecurityPolicy = ({
  connect,
  frames,
  ancestors,
  images = [],
  styleHashes = [],
}: PageSecurity): string =>
  [
    directive('default-src', []),
    directive('script-src', ["'self'"]),
    directive('style-src', ["'self'", ...styleHashes.map((hash) => `'${hash}'`)]),
    directive('img-src', ["'self'", 'data:', ...images]),
    directive('font-src', ["'self'"]),
    directive('media-src', ["'self'", 'blob:']),
    directive('manifest-src', ["'self'"]),
    directive('worker-src', ["'self'"]),
    directive('connect-src', ["'self'", ...connect]),
    directive('frame-src', frames),
    directive('frame-ancestors', ancestors),
    directive('form-action', []),
    directive('base-uri', []),
    directive('object-src', []),
  ].join('; ');

/** The origin of an address, whose port may be `*`. */
export const originOf = (address: string): string => address.replace(/^(\w+:\/\/[^/]+).*$/, '$1');

/** Abilities of browsers that no page of ours needs. */
const never = ['display-capture', 'geolocation', 'midi', 'payment', 'serial', 'usb'];

/** A `Permissions-Policy` with the abilities that are named, each with its allowlist, and without those that nobody needs. */
export const permissionsPolicy = (allowed: Readonly<Record<string, string>>): string =>
  [...Object.entries(allowed), ...never.map((ability) => [ability, '()'] as const)]
    .map(([ability, list]) => `${ability}=${list}`)
    .join(', ');
