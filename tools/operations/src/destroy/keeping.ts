/** What it means that a resource stays. */
export interface Keeping {
  readonly costs: string;
  readonly again: string;
}

const nameTaken = 'a new deployment of the stage fails on its name: import it into the stack, or delete it';

/** By type; prices of us-east-1 as in `src/cost/prices.ts`, or from experience. */
const byType: Readonly<Record<string, Keeping>> = {
  'AWS::DynamoDB::Table': {
    costs: '$0.25 a GB and month, $0.20 more for point-in-time recovery',
    again: nameTaken,
  },
  'AWS::S3::Bucket': { costs: '$0.023 a GB and month until its objects expire', again: nameTaken },
  'AWS::SecretsManager::Secret': {
    costs: '$0.40 a month',
    again: `${nameTaken} (\`aws secretsmanager delete-secret --force-delete-without-recovery\`)`,
  },
  'AWS::KMS::Key': {
    costs: '$1 a month',
    again: 'a new one is made; what this one encrypted needs it for as long as it is to be read',
  },
  'AWS::Logs::LogGroup': { costs: '$0.03 a GB and month until its lines expire', again: nameTaken },
  'AWS::Connect::Instance': {
    costs: 'nothing while nobody calls',
    again: 'takes minutes, and AWS rations how many instances an account makes and deletes in 30 days',
  },
  'AWS::Connect::PhoneNumber': {
    costs: '$0.03 a day',
    again: 'once released it is lost, and counts against the quota for 180 days',
  },
};

/** Goes with the resource that it is a version of, whatever its own template says. */
const goesWithItsOwner: readonly string[] = [
  'AWS::Lambda::Version',
  'AWS::StepFunctions::StateMachineVersion',
];

/** Whether a kept resource of the type is still there when its stack is gone. */
export const outlivesItsStack = (type: string): boolean => !goesWithItsOwner.includes(type);

/** What it costs to keep a resource, and what it takes to have it again. */
export const keepingOf = (type: string): Keeping =>
  byType[type] ?? { costs: "see its service's prices", again: 'may need another name, or an import' };

/** Types that a teardown leaves alone with their whole stack, unless it is told otherwise. */
export const rationed: readonly string[] = ['AWS::Connect::Instance', 'AWS::Connect::PhoneNumber'];
