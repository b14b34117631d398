import type { Api } from './api.ts';
import { checkedRoleArn, machineArnOf } from './arns.ts';
import { checkedName } from './inputs.ts';
import { checkDefinition, revised } from './machine-changes.ts';
import { newMachine } from './machine-requests.ts';

/** A state machine as a template declares it. */
export interface Registration {
  readonly name: string;
  /** Text or object in the Amazon States Language, with all references resolved. */
  readonly definition: string | Readonly<Record<string, unknown>>;
  readonly roleArn: string;
}

/** Creates a state machine, or updates it when it is there; the executions under way keep what they began with. */
export const registerMachine = (
  api: Api,
  registration: Registration,
): { readonly stateMachineArn: string } => {
  const name = checkedName(registration.name);
  const roleArn = checkedRoleArn(registration.roleArn);
  const given = registration.definition;
  const definition = typeof given === 'string' ? given : JSON.stringify(given);
  checkDefinition(api, definition);
  const arn = machineArnOf(api.place, name);
  const now = api.clock.now();
  const existing = api.registry.machines.get(arn);
  const machine = existing
    ? revised({ ...existing, status: 'ACTIVE' }, { definition, roleArn }, now)
    : newMachine({ arn, name, definition, roleArn }, now);
  api.registry.machines.set(arn, machine);
  return { stateMachineArn: arn };
};
