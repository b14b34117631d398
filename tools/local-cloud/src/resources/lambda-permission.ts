import { TemplateError, type ResourceRequest } from '@atlas-engine/cloudformation-double';
import * as z from 'zod';
import type { Cloud } from './resource-type.ts';

const permissionSchema = z.strictObject({
  Action: z.string(),
  FunctionName: z.string(),
  Principal: z.string(),
  SourceArn: z.string().optional(),
  SourceAccount: z.string().optional(),
});

const isService = (principal: string): boolean => /^[\w.-]+\.amazonaws\.com$/.test(principal);

/** The statement that Lambda adds to the policy of a function, alias or version. */
export function lambdaPermission(
  { logicalId, type, properties }: ResourceRequest,
  { region, accountId }: Cloud,
): { readonly functionArn: string; readonly document: unknown } {
  const parsed = permissionSchema.safeParse(properties);
  if (!parsed.success) throw new TemplateError(`${logicalId} (${type}): ${z.prettifyError(parsed.error)}`);
  const { Action, FunctionName, Principal, SourceArn, SourceAccount } = parsed.data;
  const functionArn = FunctionName.startsWith('arn:')
    ? FunctionName
    : `arn:aws:lambda:${region}:${accountId}:function:${FunctionName}`;
  const statement = {
    Sid: logicalId,
    Effect: 'Allow',
    Principal: isService(Principal) ? { Service: Principal } : { AWS: Principal },
    Action,
    Resource: functionArn,
    Condition: {
      ...(SourceArn !== undefined && { ArnLike: { 'AWS:SourceArn': SourceArn } }),
      ...(SourceAccount !== undefined && { StringEquals: { 'AWS:SourceAccount': SourceAccount } }),
    },
  };
  return { functionArn, document: { Version: '2012-10-17', Statement: [statement] } };
}
