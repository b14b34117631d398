import * as fc from 'fast-check';
import { isSensitiveKey, redactForLog } from './redaction.ts';

describe('redactForLog', () => {
  it.each([
    '+12125550100',
    '+1 212 555 0100',
    '+1 (212) 555-0100',
    '+44 7700 900123',
    '＋447700900123',
    'tel:+12125550100',
    '%2B12125550100',
    '(212) 555-0100',
    '212-555-0100',
    '1.212.555.0100',
    '2125550100',
    '447700900123',
    'ada@example.com',
    'ada.l+atlas@mail.example.com',
    'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJl',
    'Bearer abc.def-ghi',
    `AQCEAAAAKgAAAAMAAAAAAAAAAe${'hK3+/b'.repeat(30)}==`,
    '-----BEGIN PRIVATE KEY-----\nMIIEvQ\n-----END PRIVATE KEY-----',
  ])('takes %j out of a sentence', (secret) => {
    expect(redactForLog(`before ${secret} after`)).toMatch(/^before (tel:)?\[redacted\]( after)?$/);
  });

  it.each([
    'arn:aws:states:us-east-1:123456789012:execution:AtlasEngineWorkflow-dev:outreach-lead_42',
    '3f2a1c9e-1234-8123-8123-123456789012',
    '2026-11-21T10:00:00.000Z',
    'http://127.0.0.1:4566/123456789012/AtlasEngineDialQueue-local',
    `outreach-${'a'.repeat(64)}`,
    'connect/atlas-dev/CallRecordings/ivr/2026/11/21/b1f0c0de-0000-4000-8000-000000000001_20261121T10:00_UTC.wav',
    'r-0123456789abcdef0123456789abcdef',
    'placed after 1200 ms, attempt 2 of 3',
  ])('leaves %j', (harmless) => {
    expect(redactForLog(harmless)).toBe(harmless);
  });

  it('shortens long text and leaves no half of a number at the cut', () => {
    const long = redactForLog('x y '.repeat(2000));
    const atTheCut = redactForLog(`${'+12125550100 '.repeat(1259)}+12125550100`);

    expect(long).toHaveLength(2049);
    expect(atTheCut).not.toMatch(/\d{4}/);
  });

  it('takes linear time for hostile text', () => {
    const hostile = ['+', ' ', 'a@', '(', '-', '1', 'eyJ', '.', 'a'].map((part) => part.repeat(200_000));

    expect(hostile.map((text) => redactForLog(text).length <= 2049)).not.toContain(false);
  });
});

describe('isSensitiveKey', () => {
  it.each([
    ...['phone', 'phoneNumber', 'PHONE', 'destination_phone_number', 'CustomerPhone', 'phones'],
    ...['name', 'firstName', 'last-name', 'displayName', 'email', 'leadEmail', 'emailAddress', 'Address'],
    ...['transcript', 'inputTranscript', 'text', 'notes', 'turns', 'summary', 'utterance'],
    ...['token', 'taskToken', 'access_token', 'authorization', 'clientSecret', 'secretString', 'password'],
  ])('knows %s', (key) => {
    expect(isSensitiveKey(key)).toBe(true);
  });

  it.each([
    'requestId',
    'phoneKey',
    'contactId',
    'inputTokens',
    'transcriptionAttempt',
    'functionName',
    'code',
  ])('lets %s pass', (key) => {
    expect(isSensitiveKey(key)).toBe(false);
  });

  it('does not depend on case or separators', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('taskToken', 'firstName', 'phoneNumber'),
        fc.constantFrom('_', '-', ' '),
        (key, mark) => {
          const spelt = key.replace(/[A-Z]/, (letter) => `${mark}${letter}`);
          return isSensitiveKey(spelt) && isSensitiveKey(spelt.toUpperCase());
        },
      ),
    );
  });
});
