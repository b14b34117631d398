/**
 * Runs the regression set against a model of Bedrock and prints what came of it.
 *
 *     AWS_REGION=us-east-1 BEDROCK_MODEL_ID=<model or profile> node scripts/evaluate-prompts.ts [case …]
 *
 * Credentials and endpoint come from where the AWS SDK looks for them. Each case that needs a model costs one to three
 * calls. Exit code 1: a case that is safety-relevant came out wrong; 2: a case that does not exist was asked for.
 */
import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { awsClientOptions, readConfiguration } from '@atlas-engine/function-kit';
import { bedrockModel } from '@atlas-engine/language-model';
import * as z from 'zod';
import { isSafetyRelevant, readRegressionSet } from './regression-case.ts';
import { regressionTable } from './regression-table.ts';
import { runRegressionCase, type RegressionResult } from './run-regression-case.ts';

const { BEDROCK_MODEL_ID } = readConfiguration(z.object({ BEDROCK_MODEL_ID: z.string().min(1) }));
const budgetMs = 30_000;
const model = bedrockModel({
  client: new BedrockRuntimeClient(awsClientOptions({ requestTimeoutMs: budgetMs })),
  modelId: BEDROCK_MODEL_ID,
  budgetMs,
});

const all = readRegressionSet();
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => all.every((one) => one.name !== name));
if (unknown.length > 0) {
  process.stderr.write(
    `No such case: ${unknown.join(', ')}. Cases: ${all.map(({ name }) => name).join(', ')}\n`,
  );
  process.exit(2);
}

const cases = all.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const results: RegressionResult[] = [];
for (const one of cases) results.push(await runRegressionCase(model, one));

process.stdout.write(regressionTable(cases, results));
const unsafe = cases.filter((one, index) => isSafetyRelevant(one) && results[index]?.right !== true);
process.exitCode = unsafe.length === 0 ? 0 : 1;
