import type { SimulationClock } from '@atlas-engine/simulation';
import type { createPasswords } from './passwords.ts';
import type { PoolDirectory } from './pool-directory.ts';
import type { SigningKeys } from './signing-keys.ts';
import type { SignIns } from './sign-ins.ts';

/** What the pages and endpoints of user pools work with. */
export interface PoolContext {
  readonly clock: Pick<SimulationClock, 'now'>;
  readonly region: string;
  readonly directory: PoolDirectory;
  readonly keys: SigningKeys;
  readonly signIns: SignIns;
  readonly passwords: ReturnType<typeof createPasswords>;
  /** An address of a template as it is here: templates name the local cloud's default port. */
  readonly urlOf: (templateUrl: string) => string;
}
