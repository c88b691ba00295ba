import { expect, test } from 'vitest';
import { readApiConfig } from '../src/config.ts';

test('the log says what matters unless told otherwise', () => {
  expect(readApiConfig({})).toEqual({ logLevel: 'info' });
  expect(readApiConfig({ CRG_LOG_LEVEL: 'debug' })).toEqual({ logLevel: 'debug' });
});

test('a log level that does not exist refuses to start and lists those that do', () => {
  expect(() => readApiConfig({ CRG_LOG_LEVEL: 'loud' })).toThrow(/CRG_LOG_LEVEL: expected one of fatal, .*got "loud"/);
});
