// What holds in every city: 1,000 random ones, each pair judged a second time by an independent implementation.
import { describePropertiesOf } from './city-properties.ts';

describePropertiesOf({ first: 1, count: 1_000 });
