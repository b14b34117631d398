import { setTimeout as pause } from 'node:timers/promises';
import { atlasNames, type Environment, type StageConfiguration } from '@atlas-engine/resource-names';
import { connectionOf, localUrl } from '../aws/connection.ts';
import { OperationError } from '../errors.ts';
import type { Job, Operation, Status, Surroundings } from '../operation.ts';
import type { Patience } from '../patience.ts';
import { awsStage } from './aws-stage.ts';
import { confirm } from './confirm.ts';
import { keepingOf } from './keeping.ts';
import { planTeardown, type Teardown } from './plan-teardown.ts';
import { printKept, printOutcomes, printPlan } from './print-teardown.ts';
import type { Stage, StackResource } from './stacks.ts';
import { type Outcome, tearDown } from './tear-down.ts';

export interface DestroyOptions {
  readonly open: (configuration: StageConfiguration, environment: Environment) => Stage;
  readonly patience: (stage: string) => Patience;
}

const inEarnest: DestroyOptions = {
  open: (configuration, environment) => awsStage(connectionOf(configuration, environment)),
  // An hour: an Amazon Connect instance takes its time.
  patience: (stage) => ({
    pause: (milliseconds) => pause(milliseconds),
    everyMs: stage === 'local' ? 200 : 5000,
    times: 720,
  }),
};

/** `npm run destroy`: takes a stage down, in the reverse order of its deployment. Run again, it goes on. */
export const destroyOperation = (options: DestroyOptions = inEarnest): Operation => ({
  name: 'destroy',
  about: 'deletes a stage but for what is to stay, and says what that is; asks before',
  options: [
    { flags: '--confirm <stage>', about: "the stage's name once more, instead of typing it" },
    { flags: '--plan', about: 'only say what would go and what would stay' },
    {
      flags: '--contact-centre',
      about: 'also delete stacks that hold the Amazon Connect instance or its numbers',
    },
  ],
  async run(job, surroundings) {
    const { configuration, values } = job;
    const stage = options.open(configuration, surroundings.environment);
    const names = atlasNames(configuration);
    await refuseAnotherAccount(stage, configuration);
    const contents = await contentsOf(stage, prefixOf(job));
    const teardown = planTeardown(contents, names, { withContactCentre: values['contactCentre'] === true });
    if (contents.length === 0) return await endOf(stage, { job, surroundings, teardown, outcomes: [] });
    const running = await stage.runningExecutions(names.workflow.arn);
    const plan = printPlan(whereIs(configuration, surroundings.environment), teardown, running);
    if (values['plan'] === true) return sayPlan(plan, { job, surroundings, teardown });
    refuseProtected(teardown, job.stage);
    surroundings.note(plan);
    await confirm(job, surroundings);
    const { note } = surroundings;
    const outcomes = await tearDown(stage, teardown, { patience: options.patience(job.stage), note });
    return await endOf(stage, { job, surroundings, teardown, outcomes });
  },
});

/** Which copy of the system goes: there may be several of a name, in other accounts or on other ports. */
const whereIs = ({ stage, account, region }: StageConfiguration, environment: Environment): string =>
  stage === 'local' ? `local at ${localUrl(environment)}` : `${stage} in account ${account}, ${region}`;

/** Stacks have the same names in every account. @throws OperationError when the credentials are for another one */
async function refuseAnotherAccount(stage: Stage, configuration: StageConfiguration): Promise<void> {
  const account = await stage.account();
  if (account === configuration.account) return;
  throw new OperationError(
    `The credentials are for account ${account}, stage ${configuration.stage} is in ${configuration.account}: sign in there, or set ATLAS_ACCOUNT.`,
  );
}

const prefixOf = ({ stage }: Pick<Job, 'stage'>): string => `atlas-${stage}-`;

async function contentsOf({ stacks }: Stage, prefix: string) {
  const living = await stacks.list(prefix);
  return await Promise.all(
    living.map(async (stack) => ({ stack, resources: await stacks.resources(stack.name) })),
  );
}

/** @throws OperationError naming the stacks that may not be deleted, and how a person may allow it */
function refuseProtected({ protectedStacks }: Teardown, stage: string): void {
  if (protectedStacks.length === 0) return;
  throw new OperationError(
    [
      `Stage ${stage} is protected: ${protectedStacks.join(', ')}. Whoever really means it switches that off by hand, for each of them:`,
      ...protectedStacks.map(
        (name) =>
          `  aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name ${name}`,
      ),
    ].join('\n'),
  );
}

interface Report {
  readonly job: Job;
  readonly surroundings: Surroundings;
  readonly teardown: Teardown;
}

function sayPlan(plan: string, { job, surroundings, teardown }: Report): Status {
  const { steps, kept, keptStacks, protectedStacks } = teardown;
  const order = steps.map((step) => step.map(({ stack }) => stack.name));
  surroundings.out(
    job.json
      ? JSON.stringify({ stage: job.stage, order, kept: kept.map(withKeeping), keptStacks, protectedStacks })
      : plan,
  );
  return 0;
}

async function endOf(
  { stacks }: Stage,
  { job, surroundings, teardown, outcomes }: Report & { readonly outcomes: readonly Outcome[] },
): Promise<Status> {
  // Also of stacks that an earlier run deleted.
  const kept = await stacks.leftBehind(prefixOf(job));
  const stuck = outcomes.filter(({ isGone }) => !isGone);
  surroundings.out(
    job.json
      ? JSON.stringify({
          stage: job.stage,
          ok: stuck.length === 0,
          deleted: outcomes.filter(({ isGone }) => isGone).map(({ stack }) => stack),
          failed: stuck.map(({ stack, reasons }) => ({ stack, reasons })),
          kept: kept.map(withKeeping),
          keptStacks: teardown.keptStacks,
        })
      : [...printOutcomes(outcomes), ...printKept(kept, teardown.keptStacks)].join('\n'),
  );
  return stuck.length === 0 ? 0 : 1;
}

const withKeeping = ({ stack, type, id }: StackResource) => ({ stack, type, id, ...keepingOf(type) });
