import { PolicyError } from '../policy-error.ts';
import { compileArn, isArnPattern } from './arn.ts';
import { compileConditions, type Condition } from './conditions.ts';
import { readDocument, type StatementElement } from './document.ts';
import type { PrincipalElement } from './principal.ts';
import { compileWildcard, type Matcher } from './wildcard.ts';

/** What a policy is attached to: who acts, what is acted on, or who may assume a role. */
export type PolicyKind = 'identity' | 'resource' | 'trust';

/** An entry of Action or Resource as it is written, and what it fits. */
export interface Entry {
  readonly text: string;
  readonly matches: Matcher;
}

/** `Action`, or `NotAction`, which fits what none of its entries fits. */
export interface Entries {
  readonly negated: boolean;
  readonly entries: readonly Entry[];
}

export interface Statement {
  readonly sid: string | undefined;
  readonly effect: 'Allow' | 'Deny';
  /** Only in policies of resources and trust policies. */
  readonly principal: PrincipalElement | undefined;
  readonly actions: Entries;
  readonly resources: Entries;
  readonly condition: Condition;
}

/** A policy that has been checked, ready to be evaluated. */
export interface Policy {
  readonly id: string;
  readonly statements: readonly Statement[];
}

interface Place {
  readonly where: string;
  readonly kind: PolicyKind;
}

const everything: Entries = { negated: false, entries: [{ text: '*', matches: () => true }] };

const actionsOf = ({ Action, NotAction }: StatementElement, { where }: Place): Entries => {
  const texts = Action ?? NotAction;
  if (texts === undefined || (Action && NotAction))
    throw new PolicyError(`${where}: must have Action or NotAction`);
  const entries = texts.map((text) => ({ text, matches: compileWildcard(text, { ignoreCase: true }) }));
  return { negated: NotAction !== undefined, entries };
};

const arnEntries = (texts: readonly string[], where: string): readonly Entry[] =>
  texts.map((text) => {
    if (isArnPattern(text)) return { text, matches: compileArn(text) };
    throw new PolicyError(`${where}: Resource: must be * or an ARN of six parts, is ${text}`);
  });

const resourcesOf = ({ Resource, NotResource }: StatementElement, { where, kind }: Place): Entries => {
  const texts = Resource ?? NotResource;
  if (kind === 'trust') {
    if (texts === undefined) return everything;
    throw new PolicyError(`${where}: Resource: the role itself is meant, so it must not be named`);
  }
  if (texts === undefined || (Resource && NotResource))
    throw new PolicyError(`${where}: must have Resource or NotResource`);
  return { negated: NotResource !== undefined, entries: arnEntries(texts, where) };
};

const principalOf = (
  { Principal }: StatementElement,
  { where, kind }: Place,
): PrincipalElement | undefined => {
  if (kind === 'identity' && Principal !== undefined)
    throw new PolicyError(`${where}: Principal: is for policies of resources, not for those of roles`);
  if (kind === 'identity') return undefined;
  if (Principal === undefined) throw new PolicyError(`${where}: must have Principal`);
  const { AWS = [], Service = [], Federated = [] } = Principal as Partial<PrincipalElement>;
  return { AWS, Service, Federated };
};

/**
 * Checks and compiles a policy document. What is not known is refused, never ignored.
 *
 * @throws PolicyError naming the policy, the statement and the element
 */
export const parsePolicy = (
  document: unknown,
  { id, kind }: { readonly id: string; readonly kind: PolicyKind },
): Policy => ({
  id,
  statements: readDocument(document, id).map((element, index) => {
    const where = `${id}: statement ${element.Sid ?? String(index)}`;
    const place = { where, kind };
    return {
      sid: element.Sid,
      effect: element.Effect,
      principal: principalOf(element, place),
      actions: actionsOf(element, place),
      resources: resourcesOf(element, place),
      condition: compileConditions(element.Condition, where),
    };
  }),
});
