import { expect, test } from 'vitest';
import { readApiConfig } from '../src/config.ts';

test('the log says what matters unless told otherwise', () => {
  expect(readApiConfig({})).toEqual({ logLevel: 'info', uploadBytes: 500_000_000 });
  expect(readApiConfig({ CRG_LOG_LEVEL: 'debug' })).toMatchObject({ logLevel: 'debug' });
});

test('a log level that does not exist refuses to start and lists those that do', () => {
  expect(() => readApiConfig({ CRG_LOG_LEVEL: 'loud' })).toThrow(/CRG_LOG_LEVEL: expected one of fatal, .*got "loud"/);
});

test('the size of an upload is a whole number of megabytes, or the server does not start', () => {
  expect(readApiConfig({ CRG_UPLOAD_MB: '20' }).uploadBytes).toBe(20_000_000);
  for (const wrong of ['0', '-1', '1.5', '1e3', '', '4001', 'many']) {
    expect(() => readApiConfig({ CRG_UPLOAD_MB: wrong }), wrong).toThrow(/CRG_UPLOAD_MB: expected a whole number/);
  }
});
