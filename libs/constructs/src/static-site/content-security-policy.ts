/** What pages of a site may do beyond their own origin. Sources are origins, `*` for a port of the local cloud. */
export interface PageSecurity {
  /** Where scripts may send requests and open websockets. */
  readonly connect: readonly string[];
  /** What may be embedded. */
  readonly frames: readonly string[];
  /** Who may embed the pages; nobody when empty. */
  readonly ancestors: readonly string[];
  /** Hashes of style elements that a library makes by itself, as `sha256-…`. */
  readonly styleHashes?: readonly string[];
  /** The value of `Permissions-Policy`. */
  readonly permissions: string;
  /** Whether other origins may load the files, as a loader needs. */
  readonly loadedByOthers: boolean;
}

const directive = (name: string, sources: readonly string[]): string =>
  `${name} ${sources.length === 0 ? "'none'" : sources.join(' ')}`;

/**
 * A policy under which only the site's own files are run: no inline script or style, no plug-ins, no forms to elsewhere.
 *
 * Source: Content Security Policy Level 3; OWASP's Content Security Policy Cheat Sheet.
 */
export const contentSecurityPolicy = ({
  connect,
  frames,
  ancestors,
  styleHashes = [],
}: PageSecurity): string =>
  [
    directive('default-src', []),
    directive('script-src', ["'self'"]),
    directive('style-src', ["'self'", ...styleHashes.map((hash) => `'${hash}'`)]),
    directive('img-src', ["'self'", 'data:']),
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
