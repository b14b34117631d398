import type { WireRequest } from '@atlas-engine/aws-wire';
import type { LookUps } from '@atlas-engine/iam-policies';
import type { SimulationClock, StateStore } from '@atlas-engine/simulation';
import type { Sts } from '@atlas-engine/storage-doubles';
import { createAccess } from './access.ts';
import { createAccessRecord } from './access-record.ts';
import { exportPermissions, type PermissionsExport } from './permissions-export.ts';
import { reportPermissions, type PermissionsReport } from './permissions-report.ts';
import { createPolicyDirectory, type PolicyDirectory } from './policy-directory.ts';
import { createServiceAccess, type ServiceAccess } from './service-access.ts';
import { createWireAccess } from './wire-access.ts';

/** IAM of the local cloud: who may do what, who did, and what was denied. */
export interface Permissions extends PolicyDirectory, ServiceAccess {
  /** Decides a call on the wire. @throws AwsError as its service refuses */
  authorize(request: WireRequest, operation: string): void;
  report(): PermissionsReport;
  /** The policies, and an allowed call for each combination of grants that was needed. */
  export(): PermissionsExport;
}

export interface PermissionsOptions {
  readonly clock: SimulationClock;
  readonly store: StateStore;
  readonly region: string;
  readonly accountId: string;
  readonly sts: Sts;
  readonly lookUps: LookUps;
}

export function createPermissions(options: PermissionsOptions): Permissions {
  const { clock, store, region, accountId, sts, lookUps } = options;
  const directory = createPolicyDirectory();
  const record = createAccessRecord(store);
  const access = createAccess({ directory, record, region, accountId, now: () => clock.now() });
  return {
    ...directory,
    ...createServiceAccess(access),
    authorize: createWireAccess({
      access,
      sts,
      lookUps,
      place: { partition: 'aws', region, accountId },
      now: () => clock.now(),
    }),
    report: () => reportPermissions(directory, record, access),
    export: () => exportPermissions(directory, record.witnesses()),
  };
}
