import * as z from 'zod';

const tags = z.array(z.strictObject({ Key: z.string(), Value: z.string() })).optional();

/** A group of CodeDeploy for Lambda. Source: CloudFormation's reference of AWS::CodeDeploy::DeploymentGroup. */
export const deploymentGroupShape = z.strictObject({
  ApplicationName: z.string(),
  DeploymentGroupName: z.string().optional(),
  ServiceRoleArn: z.string(),
  DeploymentConfigName: z.string(),
  DeploymentStyle: z.strictObject({
    DeploymentType: z.literal('BLUE_GREEN'),
    DeploymentOption: z.literal('WITH_TRAFFIC_CONTROL'),
  }),
  AlarmConfiguration: z
    .strictObject({
      Enabled: z.boolean(),
      IgnorePollAlarmFailure: z.boolean().optional(),
      Alarms: z.array(z.strictObject({ Name: z.string() })).max(10),
    })
    .optional(),
  AutoRollbackConfiguration: z
    .strictObject({
      Enabled: z.boolean(),
      Events: z.array(
        z.enum(['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM', 'DEPLOYMENT_STOP_ON_REQUEST']),
      ),
    })
    .optional(),
  Tags: tags,
});

/** An alarm on one metric. Source: CloudFormation's reference of AWS::CloudWatch::Alarm. */
export const alarmShape = z.strictObject({
  AlarmName: z.string().min(1).max(255),
  AlarmDescription: z.string().max(1024).optional(),
  ActionsEnabled: z.boolean().optional(),
  AlarmActions: z.array(z.string()).max(5).optional(),
  OKActions: z.array(z.string()).max(5).optional(),
  InsufficientDataActions: z.array(z.string()).max(5).optional(),
  Namespace: z.string(),
  MetricName: z.string(),
  Dimensions: z
    .array(z.strictObject({ Name: z.string(), Value: z.string() }))
    .max(30)
    .optional(),
  Statistic: z.enum(['SampleCount', 'Average', 'Sum', 'Minimum', 'Maximum']),
  Unit: z.string().optional(),
  Period: z
    .number()
    .int()
    .refine((seconds) => [10, 20, 30].includes(seconds) || seconds % 60 === 0),
  EvaluationPeriods: z.number().int().min(1),
  DatapointsToAlarm: z.number().int().min(1).optional(),
  Threshold: z.number(),
  ComparisonOperator: z.enum([
    'GreaterThanOrEqualToThreshold',
    'GreaterThanThreshold',
    'LessThanThreshold',
    'LessThanOrEqualToThreshold',
  ]),
  TreatMissingData: z.enum(['breaching', 'notBreaching', 'ignore', 'missing']).optional(),
  Tags: tags,
});
