import { SFNClient } from '@aws-sdk/client-sfn';
import { awsClientOptions } from '@atlas-engine/function-kit';
import { composeFunctionBase, type FunctionBase } from '@atlas-engine/interaction-store/compose';
import type { CallingPolicy } from '@atlas-engine/domain';
import { callingPolicyFromEnvironment } from '../calling-policy-from-environment.ts';
import { countAnswer } from '../count-answer.ts';
import { endCall, type EndCall } from '../end-call.ts';
import { keepAlive, type KeepAlive } from '../keep-alive.ts';
import { resumeWorkflow, type ResumeWorkflow } from '../resume-workflow.ts';
import { stepFunctionsCallbacks } from '../step-functions/step-functions-callbacks.ts';

/** The base of a function that takes part in the life of calls. */
export interface LifecycleBase extends FunctionBase {
  readonly policy: CallingPolicy;
  readonly endCall: EndCall;
  readonly keepAlive: KeepAlive;
  readonly resume: ResumeWorkflow;
}

/** @throws ConfigurationError naming the variable that is missing or malformed */
export function composeLifecycle(name: string): LifecycleBase {
  const base = composeFunctionBase(name);
  const policy = callingPolicyFromEnvironment();
  const workflow = stepFunctionsCallbacks({ client: new SFNClient(awsClientOptions()) });
  const deps = {
    ...{ ...base, policy, workflow },
    onOrphan: () => base.metrics.count('OrphanToken'),
    onEnd: countAnswer(base.metrics),
  };
  return {
    ...base,
    policy,
    endCall: endCall(deps),
    keepAlive: keepAlive(deps),
    resume: resumeWorkflow(deps),
  };
}
