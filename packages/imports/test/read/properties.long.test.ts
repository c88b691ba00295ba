import { test } from 'vitest';
import { properties } from './properties.ts';

test.each(properties)('$what, a hundred times as often', ({ check, runs }) => check(runs * 100));
