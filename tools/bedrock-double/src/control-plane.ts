import { AwsError, type RestCall, type RestRoute } from '@atlas-engine/aws-wire';

/** Profiles of a geography, or of all, put its name before the model's. */
const profileId = /^(?:us|eu|apac|jp|au|global)\.([a-z0-9-]+\.[A-Za-z0-9.:-]+)$/;
const modelId = /^[a-z0-9-]+\.[A-Za-z0-9-]+[A-Za-z0-9.:-]*$/;

/**
 * What Bedrock tells about models: whether the account may use one, and inference profiles. It knows every model of
 * a good form, or those that the account is given.
 *
 * @param models ids of models and profiles that the account may use; every one when absent
 */
export function controlPlaneRoutes(models: readonly string[] | undefined): readonly RestRoute[] {
  const mayUse = (id: string) =>
    models === undefined || models.some((each) => each === id || profileId.exec(each)?.[1] === id);

  const availability = ({ params }: RestCall) => {
    const id = params['modelId'] ?? '';
    if (!modelId.test(id) || profileId.test(id)) throw unknown('model', id);
    return {
      modelId: id,
      agreementAvailability: { status: mayUse(id) ? 'AVAILABLE' : 'NOT_AVAILABLE' },
      authorizationStatus: mayUse(id) ? 'AUTHORIZED' : 'NOT_AUTHORIZED',
      entitlementAvailability: mayUse(id) ? 'AVAILABLE' : 'NOT_AVAILABLE',
      regionAvailability: 'AVAILABLE',
    };
  };

  const profile = ({ params, region }: RestCall) => {
    const id = params['inferenceProfileIdentifier'] ?? '';
    const model = profileId.exec(id)?.[1];
    if (model === undefined) throw unknown('inference profile', id);
    return {
      inferenceProfileName: id,
      inferenceProfileId: id,
      inferenceProfileArn: `arn:aws:bedrock:${region}::inference-profile/${id}`,
      models: [{ modelArn: `arn:aws:bedrock:${region}::foundation-model/${model}` }],
      status: 'ACTIVE',
      type: 'SYSTEM_DEFINED',
    };
  };

  return [
    {
      method: 'GET',
      path: '/foundation-model-availability/{modelId}',
      operation: 'GetFoundationModelAvailability',
      handle: availability,
    },
    {
      method: 'GET',
      path: '/inference-profiles/{inferenceProfileIdentifier}',
      operation: 'GetInferenceProfile',
      handle: profile,
    },
  ];
}

const unknown = (kind: string, id: string): AwsError =>
  new AwsError('ResourceNotFoundException', `There is no ${kind} "${id}".`, { status: 404 });
