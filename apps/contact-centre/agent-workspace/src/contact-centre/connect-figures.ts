import { GetMetricDataV2Command, type MetricResultV2 } from '@aws-sdk/client-connect';
import type { ConnectContactCentreOptions } from './connect-contact-centre.ts';
import type { AgentFigures, ContactCentre } from './contact-centre.ts';

/** Source: Amazon Connect API reference, GetMetricDataV2, metrics that may be filtered and grouped by agent. */
const metrics = {
  contacts: 'CONTACTS_HANDLED',
  talkSeconds: 'SUM_INTERACTION_TIME',
  wrapUpSeconds: 'SUM_AFTER_CONTACT_WORK_TIME',
  missed: 'AGENT_NON_RESPONSE',
} as const satisfies Readonly<Record<keyof AgentFigures, string>>;

const names = Object.entries(metrics) as readonly [keyof AgentFigures, string][];

function valueOf(results: readonly MetricResultV2[], name: string): number {
  const values = results
    .flatMap(({ Collections = [] }) => Collections)
    .filter(({ Metric }) => Metric?.Name === name);
  return Math.round(values.reduce((sum, { Value = 0 }) => sum + Value, 0));
}

type Reading = <Answer>(operation: string, call: () => Promise<Answer>) => Promise<Answer | undefined>;

/** Reads an agent's figures; what Connect has no value of is 0. */
export const createReadFigures =
  ({ client, instanceArn }: ConnectContactCentreOptions, reading: Reading): ContactCentre['figuresOf'] =>
  async (agentId, { from, to }) => {
    const command = new GetMetricDataV2Command({
      ResourceArn: instanceArn,
      StartTime: new Date(from),
      EndTime: new Date(to),
      Filters: [{ FilterKey: 'AGENT', FilterValues: [agentId] }],
      Groupings: ['AGENT'],
      Metrics: names.map(([, Name]) => ({ Name })),
    });
    const results = (await reading('GetMetricDataV2', () => client.send(command)))?.MetricResults ?? [];
    const figures = names.map(([figure, name]) => [figure, valueOf(results, name)] as const);
    return Object.fromEntries(figures) as Record<keyof AgentFigures, number>;
  };
