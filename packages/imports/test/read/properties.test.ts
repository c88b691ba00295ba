import { test } from 'vitest';
import { properties } from './properties.ts';

test.each(properties)('$what', ({ check, runs }) => check(runs));
