import { AwsError } from '@atlas-engine/aws-wire';
import { parsePolicy, type Context, type Principal } from '@atlas-engine/iam-policies';
import { DeliveryRefusedError } from '@atlas-engine/messaging-doubles';
import { roleCaller } from '@atlas-engine/storage-doubles';
import type { Access } from './access.ts';

/** Who a service acts as: itself, for one of its resources, a role that it assumed, or one for whom it vouches. */
export type Actor =
  | { readonly service: string; readonly sourceArn?: string }
  | { readonly provider: string; readonly claims: Readonly<Record<string, string | readonly string[]>> }
  | { readonly roleArn: string; readonly session: string };

/** Calls that services make among themselves, without the wire. */
export interface ServiceAccess {
  /** Whether the call is allowed; a service that is not goes without, silently, as for logs and traces. */
  may(actor: Actor, action: string, resource: string): boolean;
  /** The message for the caller when the call is denied. */
  denial(actor: Actor, action: string, resource: string): string | undefined;
  /** @throws AwsError AccessDeniedException */
  require(actor: Actor, action: string, resource: string): void;
  /** Whether the resource's own policy denies what a service's service-linked role is allowed to do. */
  denies(service: string, action: string, resource: string): boolean;
  /** For deliveries. @throws DeliveryRefusedError NO_PERMISSIONS */
  requireDelivery(actor: Actor, targetArn: string): void;
}

const deliveryActions: Readonly<Record<string, string>> = {
  lambda: 'lambda:InvokeFunction',
  sqs: 'sqs:SendMessage',
  sns: 'sns:Publish',
};

const principalOf = (actor: Actor): { readonly principal: Principal; readonly context: Context } => {
  if ('service' in actor) {
    const { service, sourceArn } = actor;
    return {
      principal: { kind: 'service', service },
      context: sourceArn === undefined ? {} : { 'aws:sourcearn': sourceArn },
    };
  }
  if ('provider' in actor) {
    const { provider, claims } = actor;
    const context = Object.entries(claims).map(([name, value]) => [`${provider}:${name}`, value] as const);
    return { principal: { kind: 'federated', provider }, context: Object.fromEntries(context) };
  }
  const { roleArn, sessionArn, userId } = roleCaller(actor);
  return { principal: { kind: 'role', roleArn, sessionArn }, context: { 'aws:userid': userId } };
};

const linkedPolicy = parsePolicy(
  { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } },
  { id: 'service-linked', kind: 'identity' },
);

const linkedRole = (service: string): Principal => {
  const { roleArn, sessionArn } = roleCaller({
    roleArn: `arn:aws:iam::aws:role/aws-service-role/${service}/AWSServiceRole`,
    session: service,
  });
  return { kind: 'role', roleArn, sessionArn };
};

export function createServiceAccess(access: Access): ServiceAccess {
  const denialOf = (actor: Actor, action: string, resource: string): string | undefined =>
    access.denialOf({ ...principalOf(actor), action, resource });
  return {
    denial: denialOf,
    may: (actor, action, resource) => denialOf(actor, action, resource) === undefined,
    require(actor, action, resource) {
      const denial = denialOf(actor, action, resource);
      if (denial !== undefined) throw new AwsError('AccessDeniedException', denial, { status: 403 });
    },
    denies(service, action, resource) {
      const principal = linkedRole(service);
      return access.denialOf({ principal, action, resource, identity: [linkedPolicy] }) !== undefined;
    },
    requireDelivery(actor, targetArn) {
      const action = deliveryActions[targetArn.split(':')[2] ?? ''];
      if (action === undefined) return;
      const denial = denialOf(actor, action, targetArn);
      if (denial !== undefined) throw new DeliveryRefusedError('NO_PERMISSIONS', denial);
    },
  };
}
