import type { AccessRequest } from '@atlas-engine/iam-policies';
import type { PolicyDirectory } from './policy-directory.ts';

/** The account's policies with a call for each combination of grants that was needed, to be judged elsewhere. */
export interface PermissionsExport {
  readonly policies: readonly {
    readonly id: string;
    readonly document: unknown;
    readonly attachedTo: readonly string[];
  }[];
  readonly witnesses: readonly AccessRequest[];
}

export const exportPermissions = (
  directory: PolicyDirectory,
  witnesses: readonly AccessRequest[],
): PermissionsExport => ({
  policies: directory
    .all()
    .map(({ policy, document, attachedTo }) => ({ id: policy.id, document, attachedTo })),
  witnesses,
});
