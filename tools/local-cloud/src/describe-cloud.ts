import { type Distribution, hostOfDistribution } from '@atlas-engine/cloudfront-double';
import type { SimulationClock } from '@atlas-engine/simulation';
import type { Services } from './services.ts';

/** Where people open a site: at its own name, or at the one that CloudFront gives it. */
const addressOf = (distribution: Distribution, url: string): string => {
  const [name = hostOfDistribution(distribution)] = distribution.config.Aliases;
  return `http://${name}:${new URL(url).port}/`;
};

/** What runs where, for the start-up message and `GET /_atlas/status`. */
export async function describeCloud(options: {
  readonly url: string;
  readonly clock: SimulationClock;
  readonly services: Services;
  readonly functions: ReadonlySet<string>;
}) {
  const { url, clock, services, functions } = options;
  return {
    name: 'atlas-local-cloud',
    url,
    pid: process.pid,
    now: new Date(clock.now()).toISOString(),
    speed: clock.speed === Infinity ? 'max' : clock.speed,
    functions: [...functions],
    tables: await services.dynamodb.tables(),
    queues: services.sqs.queues().map(({ name }) => name),
    buckets: services.s3.buckets(),
    topics: services.sns.topics().map(({ arn }) => arn),
    controlPanels: services.connect
      .instances()
      .map(({ alias }) => `http://${alias}.my.connect.localhost:${new URL(url).port}/ccp-v2/`),
    sites: services.cloudFront.distributions().map((one) => addressOf(one, url)),
    rules: services.events.rules().map(({ name }) => name),
    agents: services.userPools.users().map(({ username }) => username),
  };
}
