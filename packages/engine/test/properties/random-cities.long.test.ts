// The same as random-cities.test.ts over ten times as many cities, none of which the short run has seen.
import { describePropertiesOf } from './city-properties.ts';

describePropertiesOf({ first: 100_001, count: Number(process.env.CRG_CITIES ?? 10_000) });
