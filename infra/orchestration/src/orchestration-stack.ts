import { acknowledge, addLogGroup, type AtlasApp, AtlasStack } from '@atlas-engine/constructs';
import { outreachWorkflow, toAsl } from '@atlas-engine/outreach-workflow';
import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { CfnStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { releaseWorkflow } from './release.ts';
import { addParkedRequestsAlarm } from './workflow-alarms.ts';
import { workflowResources } from './workflow-resources.ts';
import { addWorkflowRole } from './workflow-role.ts';

/** AtlasEngineWorkflow with its live alias, role, log group and alarms, and the queue of requests for people. */
export class OrchestrationStack extends AtlasStack {
  constructor(app: AtlasApp) {
    super(app, 'orchestration', 'Workflow of Atlas Engine.');
    this.#addParkedRequests();
    this.#addWorkflow();
  }

  #addParkedRequests(): void {
    const queue = new Queue(this, 'ParkedRequests', {
      queueName: this.names.queues.parkedRequests.name,
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    acknowledge(queue, {
      'AwsSolutions-SQS3': 'People work this queue; no consumer can fail on its messages.',
    });
    addParkedRequestsAlarm(this);
  }

  #addWorkflow(): void {
    const { names } = this;
    const role = addWorkflowRole(this);
    const logs = addLogGroup(this, names.workflow.logGroup);
    const workflow = new CfnStateMachine(this, 'Workflow', {
      stateMachineName: names.workflow.name,
      stateMachineType: 'STANDARD',
      roleArn: role.roleArn,
      definitionString: toAsl(outreachWorkflow(workflowResources(names))),
      // Execution data holds names and phone numbers: it stays in the execution history.
      loggingConfiguration: {
        level: 'ERROR',
        includeExecutionData: false,
        destinations: [{ cloudWatchLogsLogGroup: { logGroupArn: logs.logGroupArn } }],
      },
      tracingConfiguration: { enabled: true },
    });
    workflow.node.addDependency(role);
    releaseWorkflow(this, workflow);
    acknowledge(workflow, {
      'AwsSolutions-SF1': 'Errors are logged; every other event is in the execution history.',
    });
  }
}
