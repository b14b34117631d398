import { AwsError } from '@atlas-engine/aws-wire';
import { arnOf, type Call, type CallNeeds, type CallTable } from './call.ts';
import { pathParameters } from './path.ts';

const profile = /^(us|us-gov|eu|apac|jp|au|ca|global)\.(.+)$/;

const modelArn = ({ place: { partition } }: Call, region: string, id: string): string =>
  `arn:${partition}:bedrock:${region}::foundation-model/${id}`;

/** A model; or an inference profile and its model in every region that the profile may choose. */
const resourcesOf = (call: Call, id: string): readonly string[] => {
  const { place, lookUps } = call;
  if (id.startsWith('arn:')) return [id];
  const model = profile.exec(id)?.[2];
  if (model === undefined) return [modelArn(call, place.region, id)];
  const regions = lookUps.profileRegions(id);
  if (regions === undefined)
    throw new AwsError('ValidationException', `modelId: the regions of the profile ${id} are not known here`);
  return [
    arnOf(place, 'bedrock', `inference-profile/${id}`),
    ...regions.map((region) => modelArn(call, region, model)),
  ];
};

const invoke =
  (operation: string, action: string): CallNeeds =>
  (call) => {
    const [id = ''] = pathParameters(call, `/model/{modelId}/${operation}`);
    return resourcesOf(call, id).map((resource) => ({ action, resource }));
  };

/** Amazon Bedrock's runtime. */
export const bedrockCalls: CallTable = {
  Converse: invoke('converse', 'bedrock:InvokeModel'),
  ConverseStream: invoke('converse-stream', 'bedrock:InvokeModelWithResponseStream'),
  InvokeModel: invoke('invoke', 'bedrock:InvokeModel'),
};
