import { type AtlasApp, AtlasStack } from '@atlas-engine/constructs';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { CfnDashboard } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnQueryDefinition } from 'aws-cdk-lib/aws-logs';
import { dashboardOf } from './dashboard.ts';
import { savedQueries } from './saved-queries.ts';

/** What people look at: the dashboard, the saved queries, the budget. Alarms stand beside what they watch. */
export class ObservabilityStack extends AtlasStack {
  constructor(app: AtlasApp) {
    super(app, 'observability', 'Dashboard, saved queries and budget of Atlas Engine.');
    new CfnDashboard(this, 'Dashboard', {
      dashboardName: this.names.dashboard,
      dashboardBody: JSON.stringify(dashboardOf(this.names)),
    });
    this.#addQueries();
    this.#addBudget();
  }

  #addQueries(): void {
    const logGroupNames = Object.values(this.names.functions).map(({ logGroup }) => logGroup);
    for (const { id, title, lines } of savedQueries) {
      new CfnQueryDefinition(this, id, {
        name: `atlas-engine/${this.names.stage}/${title}`,
        logGroupNames,
        queryString: lines.join('\n| '),
      });
    }
  }

  #addBudget(): void {
    const { names, configuration } = this;
    const tell = (notificationType: 'ACTUAL' | 'FORECASTED', threshold: number) => ({
      notification: { notificationType, threshold, comparisonOperator: 'GREATER_THAN' },
      subscribers: [{ subscriptionType: 'SNS', address: names.topics.operations.arn }],
    });
    new CfnBudget(this, 'Budget', {
      budget: {
        budgetName: names.budget,
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: configuration.budget.monthlyUsd, unit: 'USD' },
        costFilters: { TagKeyValue: [`user:stage$${names.stage}`] },
      },
      notificationsWithSubscribers: [tell('ACTUAL', 80), tell('FORECASTED', 100)],
    });
  }
}
