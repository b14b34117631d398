import * as z from 'zod';

/** A dashboard of CloudWatch; what its body shows is CloudWatch's matter. */
export const dashboardShape = z.strictObject({
  DashboardName: z.string().regex(/^[A-Za-z0-9_-]{1,255}$/),
  DashboardBody: z.string().refine(isJsonObject, 'must be a JSON object'),
  Tags: z.array(z.strictObject({ Key: z.string(), Value: z.string() })).optional(),
});

/** A saved query of CloudWatch Logs Insights. */
export const queryDefinitionShape = z.strictObject({
  Name: z.string().min(1).max(255),
  QueryString: z.string().min(1).max(10_000),
  LogGroupNames: z.array(z.string()).optional(),
});

const notification = z.strictObject({
  NotificationType: z.enum(['ACTUAL', 'FORECASTED']),
  ComparisonOperator: z.enum(['GREATER_THAN', 'LESS_THAN', 'EQUAL_TO']),
  Threshold: z.number().positive(),
  ThresholdType: z.enum(['PERCENTAGE', 'ABSOLUTE_VALUE']).optional(),
});

/** A budget of the account. Source: CloudFormation's reference of AWS::Budgets::Budget. */
export const budgetShape = z.strictObject({
  Budget: z.strictObject({
    BudgetName: z.string().min(1).max(100),
    BudgetType: z.literal('COST'),
    TimeUnit: z.enum(['DAILY', 'MONTHLY', 'QUARTERLY', 'ANNUALLY']),
    BudgetLimit: z.strictObject({ Amount: z.number().positive(), Unit: z.literal('USD') }),
    CostFilters: z.record(z.string(), z.array(z.string())).optional(),
  }),
  NotificationsWithSubscribers: z
    .array(
      z.strictObject({
        Notification: notification,
        Subscribers: z
          .array(z.strictObject({ SubscriptionType: z.enum(['SNS', 'EMAIL']), Address: z.string() }))
          .min(1),
      }),
    )
    .max(5)
    .optional(),
});

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

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
