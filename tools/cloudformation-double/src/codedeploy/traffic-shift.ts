import { AwsError } from '@atlas-engine/aws-wire';
import type { SimulationClock } from '@atlas-engine/simulation';

/** How traffic comes to a new version. */
export interface ShiftPlan {
  readonly type: 'ALL_AT_ONCE' | 'CANARY' | 'LINEAR';
  /** Of a canary its share, of a linear shift each step. */
  readonly percentage: number;
  readonly minutes: number;
}

/** The configurations that CodeDeploy has for Lambda (CodeDeploy user guide, deployment configurations). */
export function shiftPlanOf(configuration: string): ShiftPlan {
  if (configuration === 'CodeDeployDefault.LambdaAllAtOnce')
    return { type: 'ALL_AT_ONCE', percentage: 100, minutes: 0 };
  const [, kind, percentage, minutes] =
    /^CodeDeployDefault\.Lambda(Canary|Linear)(10)Percent(?:Every)?(1|2|3|5|10|15|30)Minutes?$/.exec(
      configuration,
    ) ?? [];
  if (kind === undefined)
    throw new AwsError(
      'DeploymentConfigDoesNotExistException',
      `No deployment configuration found for name: ${configuration}`,
    );
  const type = kind === 'Canary' ? 'CANARY' : 'LINEAR';
  return { type, percentage: Number(percentage), minutes: Number(minutes) };
}

/** The share of the new version after a while, in percent. */
export function shareAfter({ type, percentage, minutes }: ShiftPlan, elapsedMs: number): number {
  if (type === 'ALL_AT_ONCE') return 100;
  const steps = Math.floor(elapsedMs / (minutes * 60_000));
  if (type === 'CANARY') return steps < 1 ? percentage : 100;
  return Math.min(100, percentage * (steps + 1));
}

/** What a shift looks at and moves. */
export interface Shifting {
  readonly plan: ShiftPlan;
  /** Simulated epoch milliseconds; in the past for a shift that a restart goes on with. */
  readonly startedAt: number;
  /** Gives the new version its share; 0 gives all traffic back to the old one. */
  readonly share: (percentage: number) => void;
  /** The first alarm that rings, if one does. */
  readonly ringing: () => string | undefined;
  /** Calls `listener` whenever an alarm may have begun to ring. Returns how to stop. */
  readonly onAlarm: (listener: () => void) => () => void;
  readonly signal: AbortSignal;
}

/** The reason why a shift was taken back. */
export type ShiftFailure =
  { readonly kind: 'alarm'; readonly alarm: string } | { readonly kind: 'cancelled' };

/**
 * Moves traffic step by step over simulated time; an alarm or a cancellation gives all of it back.
 * Gives why it was taken back, or nothing.
 */
export async function shiftTraffic(
  clock: SimulationClock,
  shifting: Shifting,
): Promise<ShiftFailure | undefined> {
  const { plan, startedAt, share, signal } = shifting;
  for (;;) {
    const failure = failureOf(shifting);
    if (failure !== undefined) {
      share(0);
      return failure;
    }
    const percentage = shareAfter(plan, clock.now() - startedAt);
    share(percentage);
    if (percentage === 100) return undefined;
    const length = plan.minutes * 60_000;
    const next = startedAt + (Math.floor((clock.now() - startedAt) / length) + 1) * length;
    await untilNext(clock, next, { onAlarm: shifting.onAlarm, signal });
  }
}

function failureOf({ ringing, signal }: Shifting): ShiftFailure | undefined {
  if (signal.aborted) return { kind: 'cancelled' };
  const alarm = ringing();
  return alarm === undefined ? undefined : { kind: 'alarm', alarm };
}

/** Waits for a moment, for news of an alarm, or for a cancellation. */
function untilNext(
  clock: SimulationClock,
  at: number,
  { onAlarm, signal }: Pick<Shifting, 'onAlarm' | 'signal'>,
): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      timer.cancel();
      stop();
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = clock.schedule(at, end);
    const stop = onAlarm(end);
    signal.addEventListener('abort', end);
  });
}
