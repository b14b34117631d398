import { isRecord } from '@atlas-engine/aws-wire';

/** A text member of a JSON body, to name what a call is about; empty when there is none. */
export const bodyMember = (body: Buffer, name: string): string => {
  try {
    const input = JSON.parse(body.toString('utf8')) as unknown;
    const value = isRecord(input) ? input[name] : undefined;
    return typeof value === 'string' ? value : '';
  } catch {
    // The operation itself will refuse what is not JSON.
    return '';
  }
};
