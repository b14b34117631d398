import { invalidField, isRecord, optionalString, stringField } from '@atlas-engine/aws-wire';
import { anyResource, arnOf, needs, ownActions, type Call, type CallNeeds, type CallTable } from './call.ts';

const jobOf = ({ input, place }: Call): string =>
  arnOf(place, 'transcribe', `transcription-job/${stringField(input, 'TranscriptionJobName')}`);

const noAccess = (what: string, access: string) => ({
  code: 'BadRequestException',
  message: `The ${what} that you provided can't be accessed. Make sure that you have ${access} permission and try your request again.`,
});

/** `s3://bucket/key`, or the same as an address of S3 in path style. */
const objectArn = (uri: string, partition: string): string => {
  const place = /^(?:s3:\/\/|https:\/\/s3[\w.-]*\/)(.+)$/.exec(uri)?.[1];
  if (place === undefined) throw invalidField('Media.MediaFileUri', 'must be an address in S3');
  return `arn:${partition}:s3:::${place}`;
};

/** Where the transcript will be: the key, or the job's name below it. */
const outputKey = (key: string, job: string): string =>
  key === '' || key.endsWith('/') ? `${key}${job}.json` : key;

/** A job reads and writes with the access of whoever starts it. */
const start: CallNeeds = ({ input, place: { partition } }) => {
  const job = stringField(input, 'TranscriptionJobName');
  const media = isRecord(input['Media']) ? input['Media'] : {};
  const bucket = optionalString(input, 'OutputBucketName');
  const key = optionalString(input, 'OutputKey');
  const context = {
    ...(bucket !== undefined && { 'transcribe:outputbucketname': bucket }),
    ...(key !== undefined && { 'transcribe:outputkey': key }),
  };
  return [
    { action: 'transcribe:StartTranscriptionJob', resource: '*', context },
    {
      action: 's3:GetObject',
      resource: objectArn(stringField(media, 'MediaFileUri'), partition),
      refusal: noAccess('S3 URI', 'read'),
    },
    ...(bucket === undefined
      ? []
      : [
          {
            action: 's3:PutObject',
            resource: `arn:${partition}:s3:::${bucket}/${outputKey(key ?? '', job)}`,
            refusal: noAccess('output S3 bucket', 'write'),
          },
        ]),
  ];
};

/** Amazon Transcribe, jobs in batch. */
export const transcribeCalls: CallTable = {
  ...ownActions('transcribe', ['DeleteTranscriptionJob', 'GetTranscriptionJob'], jobOf),
  ListTranscriptionJobs: needs('transcribe:ListTranscriptionJobs', anyResource),
  StartTranscriptionJob: start,
};
