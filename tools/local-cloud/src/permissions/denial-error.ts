import { AwsError } from '@atlas-engine/aws-wire';

interface DenialForm {
  readonly code: string;
  readonly status: number;
}

const rest: DenialForm = { code: 'AccessDeniedException', status: 403 };
const query: DenialForm = { code: 'AccessDenied', status: 403 };
const json: DenialForm = { code: 'AccessDeniedException', status: 400 };

/** How services refuse; those not listed speak awsJson. */
const forms: Readonly<Record<string, DenialForm>> = {
  bedrock: rest,
  connect: rest,
  lambda: rest,
  lex: rest,
  cloudformation: query,
  monitoring: query,
  s3: query,
  sqs: query,
  sts: query,
  sns: { code: 'AuthorizationError', status: 403 },
};

/** The error of a call whose credentials have ended. */
export const expiredError = (service: string): AwsError =>
  new AwsError('ExpiredTokenException', 'The security token included in the request is expired', {
    status: (forms[service] ?? json).status,
  });

/** The error of a call without permission, as its service writes it. */
export const denialError = (service: string, message: string): AwsError => {
  const { code, status } = forms[service] ?? json;
  return new AwsError(code, message, { status });
};
