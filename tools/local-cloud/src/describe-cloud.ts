import { type Distribution, hostOfDistribution } from '@atlas-engine/cloudfront-double';
import type { SimulationClock } from '@atlas-engine/simulation';
import type { Services } from './services.ts';

/** Where people open a site: at its own name, or at the one that CloudFront gives it; at its demonstration if it has one. */
function addressOf(distribution: Distribution, url: string, { s3 }: Pick<Services, 's3'>): string {
  const { Aliases, Origins } = distribution.config;
  const [name = hostOfDistribution(distribution)] = Aliases;
  const bucket = Origins.map(({ DomainName }) => DomainName.split('.s3.')[0] ?? '').find((one) =>
    s3.buckets().includes(one),
  );
  const page = bucket !== undefined && s3.hasObject(bucket, 'demo.html') ? 'demo.html' : '';
  return `http://${name}:${new URL(url).port}/${page}`;
}

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
    sites: services.cloudFront.distributions().map((one) => addressOf(one, url, services)),
    rules: services.events.rules().map(({ name }) => name),
    agents: services.userPools.users().map(({ username }) => username),
  };
}
