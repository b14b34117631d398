import { notSupported, type RestCall } from '@atlas-engine/aws-wire';

/** The one form in which the double hears and speaks. */
export const textFormat = 'text/plain; charset=utf-8';

const isText = (format: string): boolean => /^text\/plain\s*(;\s*charset=utf-8)?$/i.test(format.trim());

/** @throws AwsError for audio, by name */
export function requireText({ request, operation }: RestCall, header: string): void {
  const format = request.headers[header.toLowerCase()];
  if (format !== undefined && !isText(format))
    throw notSupported('lex', `${operation} with ${header} ${format}: only ${textFormat}`);
}
