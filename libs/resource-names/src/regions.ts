/**
 * The regions in which Amazon Connect, Lex V2, Transcribe and a Bedrock inference profile all exist, with the
 * regions that the profile may send a request to.
 *
 * Source: Bedrock user guide, "Supported Regions and models for inference profiles".
 */
export const regions = {
  'us-east-1': { geography: 'us', phoneCountry: 'US' },
  'us-west-2': { geography: 'us', phoneCountry: 'US' },
  'eu-central-1': { geography: 'eu', phoneCountry: 'GB' },
} as const;
export type Region = keyof typeof regions;

export const regionNames = Object.keys(regions) as [Region, ...Region[]];

/** Where a Bedrock inference profile of a geography may run a model. */
export const inferenceRegions = {
  us: ['us-east-1', 'us-east-2', 'us-west-2'],
  eu: ['eu-central-1', 'eu-north-1', 'eu-south-1', 'eu-south-2', 'eu-west-1', 'eu-west-3'],
} as const;
export type Geography = keyof typeof inferenceRegions;
