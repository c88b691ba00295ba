// To what a converter has to be set so that a demand gets what it asks for, losses on the way included.

import { distanceKmBetween } from '@crg/domain/geo';
import type { Calendar } from '../calendar.ts';
import type { FactorTable } from '../economics/factor-table.ts';
import { spreadOf } from '../economics/transport/heat-spread.ts';
import { sentForPressure } from '../economics/transport/pressure-pipe.ts';
import { pipeRouteKm } from '../economics/transport/routes.ts';
import { waterFor } from '../formulas/heat.ts';
import { temperatureBefore } from '../formulas/pipes.ts';
import type { PreparedFlow } from '../prepared-flow.ts';
import { type Converted, convert } from './convert.ts';
import type { Converter } from './converter.ts';
import { type Asked, nothingAsked, type Refusal } from './models/model.ts';

interface Wanted {
  readonly supply: PreparedFlow;
  readonly converter: Converter;
  readonly demand: PreparedFlow;
}

interface Setting {
  readonly calendar: Calendar;
  readonly factors: FactorTable;
}

/** The supply converted for one demand, by a converter that follows what is asked of it. */
export function convertFor(wanted: Wanted, setting: Setting): Converted | Refusal {
  const { converter, supply, demand } = wanted;
  const asked = askedBy(demand, converter);
  if (asked === null) return { refused: `${demand.flow.name} does not state what ${converter.label} is to be set to` };
  const made = (set: Asked) =>
    convert({ supply, converter, asked: set, values: setting.factors.mids, calendar: setting.calendar });
  return converter.follows === 'temperature' ? hotEnough(wanted, asked, setting, made) : made(asked);
}

/** null where the demand does not state what the converter follows. */
function askedBy({ flow: { quality }, type }: PreparedFlow, { follows }: Converter): Asked | null {
  const temperatureC = quality.temperature_c?.min ?? null;
  const wantedBar = quality.pressure_bar?.min ?? null;
  const pressureBar = wantedBar === null ? null : sentForPressure(wantedBar);
  switch (follows) {
    case 'temperature': {
      const parameter = type.parameters.find(({ id, kind }) => id === 'temperature_c' && kind === 'at_least');
      return temperatureC === null || parameter === undefined
        ? null
        : { ...nothingAsked, temperatureC: temperatureC + parameter.allowance };
    }
    case 'steam':
      return temperatureC === null && pressureBar === null ? null : { ...nothingAsked, temperatureC, pressureBar };
    case 'pressure':
      return pressureBar === null ? null : { ...nothingAsked, pressureBar };
    case 'dry_matter': {
      const wettest = quality.moisture_percent?.max ?? null;
      const driest = quality.dry_matter_percent?.min ?? (wettest === null ? null : 100 - wettest);
      return driest === null ? null : { ...nothingAsked, dryMatterPercent: upToTenth(driest) };
    }
    case null:
      return nothingAsked;
  }
}

/** Hotter in steps of 0.1 K until the water arrives as hot as it is asked for: how much it cools depends on how much there is. */
function hotEnough(
  { demand }: Wanted,
  asked: Asked,
  { factors }: Setting,
  made: (asked: Asked) => Converted | Refusal,
): Converted | Refusal {
  const outletC = asked.temperatureC as number;
  let converted = made(asked);
  let setC = outletC;
  for (let round = 0; round < mostRounds && !('refused' in converted); round++) {
    const { flow } = converted;
    const spread = spreadOf(flow.type.id);
    if (spread === null) return converted;
    const kgPerS = waterFor(Math.min(flow.rate, demand.rate), spread);
    const lengthM = pipeRouteKm(distanceKmBetween(flow.place, demand.place), factors.mids) * 1000;
    const neededC = upToTenth(temperatureBefore({ outletC, lengthM, kgPerS }));
    if (neededC <= setC) return converted;
    setC = neededC;
    converted = made({ ...asked, temperatureC: setC });
  }
  return converted;
}

/** Up to the next tenth, so that rounding never leaves it a hair below what is asked. */
function upToTenth(value: number): number {
  return Math.ceil(value * 10) / 10;
}

/** The output hardly changes with the last tenths of a degree; the judges have the last word. */
const mostRounds = 4;
