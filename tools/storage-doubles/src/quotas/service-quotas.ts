import { AwsError, jsonService, type ServiceDouble } from '@atlas-engine/aws-wire';
import * as z from 'zod';
import { type InputErrors, parseInput } from '../parse-input.ts';
import { type KnownQuota, knownQuotas } from './known-quotas.ts';

export interface ServiceQuotasOptions {
  readonly region: string;
  readonly accountId: string;
  /** Values in place of the defaults, by code. */
  readonly applied?: Readonly<Record<string, number>>;
}

/** Service Quotas on this machine. */
export interface ServiceQuotas {
  /** For the wire server; signing scope `servicequotas`. */
  readonly service: ServiceDouble;
}

const one = z.strictObject({
  ServiceCode: z.string(),
  QuotaCode: z.string(),
  ContextId: z.string().optional(),
});
const preset = one.omit({ ContextId: true });
const all = z.strictObject({ ServiceCode: z.string() });

const errors: InputErrors = {
  service: 'servicequotas',
  invalid: (problem) => new AwsError('IllegalArgumentException', problem),
};

/** Service Quotas, to be read: the quotas that Atlas Engine runs into. Others do not exist, and none can be raised. */
export function createServiceQuotas({
  region,
  accountId,
  applied = {},
}: ServiceQuotasOptions): ServiceQuotas {
  const view = (quota: KnownQuota, value: number) => ({
    ...quota,
    Value: value,
    QuotaArn: `arn:aws:servicequotas:${region}:${accountId}:${quota.ServiceCode}/${quota.QuotaCode}`,
    Unit: 'None',
    Adjustable: true,
    GlobalQuota: false,
  });
  const viewApplied = (quota: KnownQuota) => view(quota, applied[quota.QuotaCode] ?? quota.Value);
  const find = ({ ServiceCode, QuotaCode }: z.infer<typeof preset>): KnownQuota => {
    const found = knownQuotas.find(
      (quota) => quota.ServiceCode === ServiceCode && quota.QuotaCode === QuotaCode,
    );
    if (found !== undefined) return found;
    throw new AwsError('NoSuchResourceException', `There is no quota ${QuotaCode} of ${ServiceCode}.`);
  };

  return {
    service: jsonService({
      service: 'servicequotas',
      version: '1.1',
      operations: {
        GetServiceQuota: (input) => ({ Quota: viewApplied(find(parseInput(one, input, errors))) }),
        GetAWSDefaultServiceQuota: (input) => {
          const quota = find(parseInput(preset, input, errors));
          return { Quota: view(quota, quota.Value) };
        },
        ListServiceQuotas: (input) => {
          const { ServiceCode } = parseInput(all, input, errors);
          return {
            Quotas: knownQuotas.filter((quota) => quota.ServiceCode === ServiceCode).map(viewApplied),
          };
        },
      },
    }),
  };
}
