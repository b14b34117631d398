import { acknowledgeWildcards, type AtlasApp, AtlasStack, policyDocument } from '@atlas-engine/constructs';
import { policyNames } from '@atlas-engine/resource-names';
import { ManagedPolicy } from 'aws-cdk-lib/aws-iam';
import { policyDescriptions, policyPermissions } from './policy-permissions.ts';

/** The four managed policies. A role carries those that its function needs. */
export class PoliciesStack extends AtlasStack {
  constructor(app: AtlasApp) {
    super(app, 'policies', 'Managed policies of the functions of Atlas Engine.');
    const permissions = policyPermissions(this);
    for (const policy of policyNames) {
      const managed = new ManagedPolicy(this, policy, {
        managedPolicyName: this.names.policies[policy].name,
        description: policyDescriptions[policy],
        document: policyDocument(permissions[policy]),
      });
      acknowledgeWildcards(managed, permissions[policy]);
    }
  }
}
