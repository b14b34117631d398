import { legalityRule, parameterRule, typeRule } from './action-rules.ts';
import { danglingRule, errorRule, nextRule } from './branch-rules.ts';
import { conditionRule, distributionRule, waitRule } from './condition-rules.ts';
import { frameRule, identifierRule } from './document-rules.ts';
import type { Finding } from './finding.ts';
import { detectionRule, endlessLoopRule, orderRule, reachabilityRule } from './graph-rules.ts';
import { filledRule, namespaceRule } from './reference-rules.ts';
import type { FlowUnderTest, Rule } from './rule.ts';
import { hookRule, intentRule } from './usage-rules.ts';
import { attributeSizeRule, ssmlRule } from './value-rules.ts';

const rules: readonly Rule[] = [
  frameRule,
  identifierRule,
  typeRule,
  legalityRule,
  parameterRule,
  errorRule,
  nextRule,
  conditionRule,
  distributionRule,
  waitRule,
  danglingRule,
  reachabilityRule,
  endlessLoopRule,
  orderRule,
  detectionRule,
  hookRule,
  intentRule,
  namespaceRule,
  filledRule,
  attributeSizeRule,
  ssmlRule,
];

/**
 * Everything about a flow that Amazon Connect refuses or that is most likely not meant; empty for a good flow.
 *
 * @example
 * validateFlow({ document, name: 'Greeting', type: 'CONTACT_FLOW' }).map(describeFinding);
 */
export const validateFlow = (flow: FlowUnderTest): readonly Finding[] =>
  rules.flatMap((rule) => rule(flow).map((problem) => ({ ...problem, flow: flow.name })));
