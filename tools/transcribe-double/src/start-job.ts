import {
  AwsError,
  choiceField,
  objectField,
  optionalBoolean,
  optionalNumber,
  optionalObject,
  optionalString,
  refuseUnknownFields,
  stringField,
} from '@atlas-engine/aws-wire';
import type { Job } from './job.ts';

type Input = Record<string, unknown>;

const bad = (message: string) => new AwsError('BadRequestException', message);

const known = [
  ...[
    'TranscriptionJobName',
    'Media',
    'MediaFormat',
    'MediaSampleRateHertz',
    'LanguageCode',
    'IdentifyLanguage',
  ],
  ...[
    'LanguageOptions',
    'OutputBucketName',
    'OutputKey',
    'OutputEncryptionKMSKeyId',
    'Settings',
    'ContentRedaction',
    'Tags',
  ],
];
const formats = ['amr', 'flac', 'm4a', 'mp3', 'mp4', 'ogg', 'wav', 'webm'];
const redactable = ['en-US', 'es-US', 'fr-FR', 'fr-CA', 'de-DE', 'de-CH', 'it-IT', 'pt-PT', 'pt-BR'];

/** The job that a `StartTranscriptionJob` input asks for. @throws AwsError BadRequestException naming the member */
export function readStart(input: Input): Omit<Job, 'createdAt' | 'finishesAt' | 'status'> {
  refuseUnknownFields(input, known);
  const name = stringField(input, 'TranscriptionJobName');
  if (!/^[0-9a-zA-Z._-]{1,200}$/.test(name)) throw bad('TranscriptionJobName: 1 to 200 of 0-9 a-z A-Z . _ -');
  const languageCode = optionalString(input, 'LanguageCode');
  const identify = optionalBoolean(input, 'IdentifyLanguage') ?? false;
  if ((languageCode === undefined) === !identify)
    throw bad('Exactly one of LanguageCode and IdentifyLanguage is required');
  return {
    name,
    languageCode,
    identify,
    ...readMedia(input),
    channels: readChannels(optionalObject(input, 'Settings')),
    outputBucket: stringField(input, 'OutputBucketName'),
    outputKey: optionalString(input, 'OutputKey'),
    redaction: readRedaction(optionalObject(input, 'ContentRedaction'), languageCode),
  };
}

function readMedia(input: Input) {
  const uri = stringField(objectField(input, 'Media'), 'MediaFileUri');
  const match = /^s3:\/\/([^/]+)\/(.+)$/.exec(uri);
  if (match?.[1] === undefined || match[2] === undefined) {
    throw bad('Media.MediaFileUri: must be s3://bucket/key');
  }
  return { mediaBucket: match[1], mediaKey: match[2], ...readFormat(input) };
}

function readFormat(input: Input) {
  const mediaFormat = optionalString(input, 'MediaFormat');
  if (mediaFormat !== undefined && !formats.includes(mediaFormat)) {
    throw bad(`MediaFormat: must be one of ${formats.join(', ')}`);
  }
  const sampleRate = optionalNumber(input, 'MediaSampleRateHertz');
  if (sampleRate !== undefined && (sampleRate < 8000 || sampleRate > 48_000)) {
    throw bad('MediaSampleRateHertz: 8000 to 48000');
  }
  return { mediaFormat, sampleRate };
}

function readChannels(settings: Input | undefined): boolean {
  if (settings === undefined) return false;
  refuseUnknownFields(settings, ['ChannelIdentification', 'ShowSpeakerLabels', 'MaxSpeakerLabels']);
  const labels = optionalBoolean(settings, 'ShowSpeakerLabels') ?? false;
  const channels = optionalBoolean(settings, 'ChannelIdentification') ?? false;
  if (labels && channels)
    throw bad('Settings: ShowSpeakerLabels and ChannelIdentification exclude each other');
  if (labels !== (settings['MaxSpeakerLabels'] !== undefined)) {
    throw bad('Settings: ShowSpeakerLabels and MaxSpeakerLabels go together');
  }
  return channels;
}

function readRedaction(input: Input | undefined, language: string | undefined): Job['redaction'] {
  if (input === undefined) return undefined;
  choiceField(input, 'RedactionType', ['PII']);
  const output = choiceField(input, 'RedactionOutput', ['redacted', 'redacted_and_unredacted']);
  if (language === undefined) throw bad('ContentRedaction cannot be combined with IdentifyLanguage');
  if (!redactable.includes(language)) throw bad(`ContentRedaction is not available for ${language}`);
  return output;
}
