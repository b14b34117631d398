import {
  AwsError,
  listField,
  notSupported,
  numberField,
  refuseUnknownFields,
  stringField,
} from '@atlas-engine/aws-wire';
import type { ContactState } from '../contact.ts';

const bad = (message: string) => new AwsError('InvalidParameterException', message);
const longestSpan = 35 * 86_400_000;

interface AgentContact {
  readonly talk: number;
  readonly afterwards: number;
}

/** When the talk of an agent's contact was over, and when its wrap-up. */
function endsOf({ agent, disconnectedAt }: ContactState) {
  const left = agent?.leftAt ?? disconnectedAt;
  return { left, cleared: agent?.isPerson === true ? agent.clearedAt : left };
}

/** A contact counts for its agent once it is wrapped up, at the moment of its end. */
function handled(contact: ContactState, agentId: string, within: (at: number) => boolean) {
  const { agent } = contact;
  if (agent?.id !== agentId || agent.connectedAt === undefined) return undefined;
  const { left, cleared } = endsOf(contact);
  if (left === undefined || cleared === undefined || !within(left)) return undefined;
  return { talk: left - agent.connectedAt, afterwards: Math.max(0, cleared - left) };
}

const seconds = (contacts: readonly AgentContact[], part: keyof AgentContact): number =>
  contacts.reduce((sum, contact) => sum + contact[part], 0) / 1000;

/**
 * `GetMetricDataV2` in one total, for agents, of what is reckoned from contacts. Holds are not taken from the talk. A metric
 * without a contact has no value, as in the service.
 *
 * Source: Amazon Connect API reference.
 */
export function metricData(input: Record<string, unknown>, contacts: readonly ContactState[], now: number) {
  refuseUnknownFields(input, ['ResourceArn', 'StartTime', 'EndTime', 'Filters', 'Groupings', 'Metrics']);
  const instanceId = stringField(input, 'ResourceArn').split('/').at(-1);
  const from = numberField(input, 'StartTime') * 1000;
  const to = numberField(input, 'EndTime') * 1000;
  // The wire carries whole milliseconds as seconds: rounding must not make the present the future.
  if (from >= to || to > now + 1000 || to - from >= longestSpan)
    throw bad('StartTime and EndTime must span less than 35 days, and not reach into the future');
  const within = (at: number): boolean => at >= from && at <= to;
  const own = contacts.filter((contact) => contact.instanceId === instanceId);
  const metrics = listField(input, 'Metrics').map((metric) =>
    knownMetric(stringField(metric as Record<string, unknown>, 'Name')),
  );
  return {
    MetricResults: agentsOf(input).flatMap((agentId) => resultOf(agentId, { metrics, own, within })),
  };
}

function agentsOf(input: Record<string, unknown>): readonly string[] {
  const filters = listField(input, 'Filters') as readonly Record<string, unknown>[];
  const [filter, ...others] = filters;
  if (filter?.['FilterKey'] !== 'AGENT' || others.length > 0)
    throw notSupported('connect', 'GetMetricDataV2 but with the one filter AGENT');
  if (JSON.stringify(input['Groupings']) !== '["AGENT"]')
    throw notSupported('connect', 'GetMetricDataV2 but with the grouping AGENT');
  return listField(filter, 'FilterValues').map((id) => String(id).split('/').at(-1) ?? '');
}

const known = [
  'CONTACTS_HANDLED',
  'SUM_INTERACTION_TIME',
  'SUM_AFTER_CONTACT_WORK_TIME',
  'AGENT_NON_RESPONSE',
] as const;
type Metric = (typeof known)[number];

function knownMetric(name: string): Metric {
  const metric = known.find((each) => each === name);
  if (metric === undefined) throw notSupported('connect', `the metric ${name}`);
  return metric;
}

interface Span {
  readonly metrics: readonly Metric[];
  readonly own: readonly ContactState[];
  readonly within: (at: number) => boolean;
}

function resultOf(agentId: string, { metrics, own, within }: Span) {
  const done = own.flatMap((contact) => handled(contact, agentId, within) ?? []);
  const missed = own
    .flatMap(({ missedBy = [] }) => missedBy)
    .filter((miss) => miss.agentId === agentId && within(miss.at));
  const values: Readonly<Record<Metric, number>> = {
    CONTACTS_HANDLED: done.length,
    SUM_INTERACTION_TIME: seconds(done, 'talk'),
    SUM_AFTER_CONTACT_WORK_TIME: seconds(done, 'afterwards'),
    AGENT_NON_RESPONSE: missed.length,
  };
  if (done.length + missed.length === 0) return [];
  const Collections = metrics.map((name) => ({ Metric: { Name: name }, Value: values[name] }));
  return [{ Dimensions: { AGENT: agentId }, Collections }];
}
