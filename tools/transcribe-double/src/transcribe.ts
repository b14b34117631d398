import {
  AwsError,
  jsonService,
  optionalString,
  stringField,
  type ServiceDouble,
} from '@atlas-engine/aws-wire';
import { readRecording, RecordingFormatError, type Recording } from '@atlas-engine/call-recording';
import {
  noFaults,
  seededRandom,
  type Collection,
  type FaultPlan,
  type SimulationClock,
  type StateStore,
} from '@atlas-engine/simulation';
import type { Job } from './job.ts';
import { describeJob } from './describe-job.ts';
import { readStart } from './start-job.ts';
import { transcriptOf } from './transcript.ts';

/** Where recordings are read and transcripts written. */
export interface ObjectPort {
  get(bucket: string, key: string): Promise<Uint8Array | undefined>;
  put(object: { bucket: string; key: string; body: string }): Promise<void>;
}

export interface TranscribeEvent {
  readonly source: 'aws.transcribe';
  readonly detailType: 'Transcribe Job State Change';
  readonly time: number;
  readonly resources: readonly string[];
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface TranscribeOptions {
  readonly clock: SimulationClock;
  readonly store: StateStore;
  /** A planned fault of the operation `Job` makes the job fail; its retry has another name and draws anew. */
  readonly faults?: FaultPlan;
  readonly accountId: string;
  readonly region: string;
  readonly objects: ObjectPort;
  /** Best effort, as with the service. */
  emit(event: TranscribeEvent): Promise<void>;
}

export interface Transcribe {
  readonly service: ServiceDouble;
  jobs(): readonly Job[];
}

/** Batch transcription of recordings that carry their words. A file without words transcribes as silence. */
export function createTranscribe(options: TranscribeOptions): Transcribe {
  const { clock, store } = options;
  const jobs: Collection<Job> = store.collection('transcribe/jobs');

  const arm = (job: Job) => clock.schedule(job.finishesAt, () => finish(job.name));
  const finish = async (name: string): Promise<void> => {
    const job = jobs.get(name);
    if (job?.status !== 'IN_PROGRESS') return;
    const done = await transcribe(job, options);
    jobs.set(name, done);
    const { status, failureReason } = done;
    await options.emit({
      source: 'aws.transcribe',
      detailType: 'Transcribe Job State Change',
      time: clock.now(),
      resources: [],
      detail: {
        TranscriptionJobName: name,
        TranscriptionJobStatus: status,
        ...(failureReason === undefined ? {} : { FailureReason: failureReason }),
      },
    });
  };
  for (const job of jobs.values()) if (job.status === 'IN_PROGRESS') arm(job);

  const find = (name: string): Job => {
    const job = jobs.get(name);
    if (job === undefined) throw new AwsError('NotFoundException', "The requested job couldn't be found.");
    return job;
  };

  const service = jsonService({
    service: 'transcribe',
    version: '1.1',
    operations: {
      StartTranscriptionJob(input) {
        const wanted = readStart(input);
        if (jobs.has(wanted.name))
          throw new AwsError('ConflictException', 'The requested job name already exists.');
        const createdAt = clock.now();
        const finishesAt =
          createdAt + 5000 + Math.floor(seededRandom(`transcribe/${wanted.name}`)() * 15_000);
        const job: Job = { ...wanted, status: 'IN_PROGRESS', createdAt, finishesAt };
        jobs.set(job.name, job);
        arm(job);
        return { TranscriptionJob: describeJob(job) };
      },
      GetTranscriptionJob: (input) => ({
        TranscriptionJob: describeJob(find(stringField(input, 'TranscriptionJobName'))),
      }),
      ListTranscriptionJobs(input) {
        const status = optionalString(input, 'Status');
        const listed = [...jobs.values()].filter((job) => status === undefined || job.status === status);
        return { TranscriptionJobSummaries: listed.slice(0, 100).map(describeJob) };
      },
      DeleteTranscriptionJob(input) {
        jobs.delete(find(stringField(input, 'TranscriptionJobName')).name);
        return {};
      },
    },
  });
  return { service, jobs: () => [...jobs.values()] };
}

async function transcribe(job: Job, options: TranscribeOptions): Promise<Job> {
  const finishedAt = options.clock.now();
  const recording = await recordingOf(job, options);
  if (typeof recording === 'string')
    return { ...job, status: 'FAILED', finishedAt, failureReason: recording };
  return { ...job, status: 'COMPLETED', finishedAt, ...(await write(job, recording, options)) };
}

/** The recording, or the service's words for why there is none to be transcribed. */
async function recordingOf(
  job: Job,
  { faults = noFaults, objects }: TranscribeOptions,
): Promise<Recording | string> {
  const planned = faults.call({ service: 'transcribe', operation: 'Job', key: job.name });
  if (planned.kind !== 'none') return 'Internal failure. Try your request again.';
  const file = await objects.get(job.mediaBucket, job.mediaKey);
  if (file === undefined) return 'The S3 object that you specified was not found.';
  const recording = read(file);
  return typeof recording === 'string' ? recording : (problemOf(job, recording) ?? recording);
}

function problemOf(job: Job, recording: Recording): string | undefined {
  if (recording.seconds < 0.5) return 'Your audio file must have a duration of at least 500 milliseconds.';
  if (job.sampleRate !== undefined && job.sampleRate !== recording.sampleRate) {
    return "The sample rate provided doesn't match the detected sample rate.";
  }
  return undefined;
}

function read(file: Uint8Array): Recording | string {
  try {
    return readRecording(file);
  } catch (error) {
    if (error instanceof RecordingFormatError) return error.message;
    throw error;
  }
}

async function write(job: Job, recording: Recording, { objects, accountId, region }: TranscribeOptions) {
  const put = async (redact: boolean): Promise<string> => {
    const key = outputKey(job, redact);
    const body = transcriptOf(job, recording, { accountId, redact });
    await objects.put({ bucket: job.outputBucket, key, body });
    return `https://s3.${region}.amazonaws.com/${job.outputBucket}/${key}`;
  };
  return {
    ...(job.redaction === undefined ? {} : { redactedUri: await put(true) }),
    ...(job.redaction === 'redacted' ? {} : { transcriptUri: await put(false) }),
  };
}

function outputKey({ name, outputKey: wanted = '' }: Job, redacted: boolean): string {
  const prefix = redacted ? 'redacted-' : '';
  if (wanted === '' || wanted.endsWith('/')) return `${wanted}${prefix}${name}.json`;
  const at = wanted.lastIndexOf('/') + 1;
  return `${wanted.slice(0, at)}${prefix}${wanted.slice(at)}`;
}
