// The cost lines of each way of transport.
import type { Line } from '@crg/domain/match';
import type { Pair } from '../../pair.ts';
import { inWords, numberWord } from '../../plain-words.ts';
import type { FactorTable, FactorValues } from '../factor-table.ts';
import type { FactorId } from '../factors.ts';
import type { PipeTransport } from './by-pipe.ts';
import { loadOf, type TruckTransport } from './by-truck.ts';
import { perVisit, type VisitTransport } from './by-visit.ts';
import type { WireTransport } from './by-wire.ts';
import type { Pipe } from './pipe-kinds.ts';
import type { Transport } from './transport.ts';

/** Investment lines in EUR, running costs in EUR/a with a minus. Electricity stands in a line of its own elsewhere. */
export function explainTransport(transport: Transport, pair: Pair, { mids }: FactorTable): readonly Line[] {
  switch (transport.mode) {
    case 'pipe':
      return pipeLines(transport, pair, mids);
    case 'truck':
      return [truckLine(transport, pair)];
    case 'wire':
      return [wireLine(transport, mids)];
    case 'visit':
      return [visitLine(transport, pair, mids)];
  }
}

/** What the electricity of the way is worked out with, its price apart. */
export function powerFactors(transport: Transport): readonly FactorId[] {
  if (transport.mode === 'pipe') return pipePower[transport.pipe.kind];
  return transport.mode === 'wire' ? ['wire.resistance'] : [];
}

const pipePower: Readonly<Record<Pipe['kind'], readonly FactorId[]>> = {
  heat: ['pipe.friction', 'pipe.pump_efficiency'],
  steam: [],
  water: ['pipe.pump_efficiency'],
  plastic_gas: ['converter.gas_compressor.efficiency'],
  steel_gas: ['converter.gas_compressor.efficiency'],
};

function pipeLines(transport: PipeTransport, pair: Pair, mids: FactorValues): readonly Line[] {
  return [pipeLine(transport), ...plantLines(transport, pair, mids), upkeepLine(transport, mids)];
}

function pipeLine({ pipe, routeKm, pipeEur }: PipeTransport): Line {
  const { diameterMm, eurPerMetre, kind, abovePriceBar } = pipe;
  const unpriced = abovePriceBar === undefined ? '' : `; for ${inWords(abovePriceBar, 'bar')} it costs more`;
  return {
    id: 'pipe',
    label: `Pipe, ${inWords(diameterMm, 'mm')}`,
    amount: pipeEur,
    unit: 'EUR',
    formula: `${inWords(routeKm * 1000, 'm')} of route x ${inWords(eurPerMetre, 'EUR/m')}${unpriced}`,
    factors: ['pipe.detour', ...pipeFactors[kind]],
  };
}

/** What is built at both ends, where something is. */
function plantLines({ extractionEur, integrationEur }: PipeTransport, pair: Pair, mids: FactorValues): readonly Line[] {
  const taken = `${inWords(pair.commonRate, 'kW')} x ${inWords(mids['heat.extraction'], 'EUR/kW')}`;
  const built = (id: string, label: string, amount: number, formula: string, factor: FactorId): readonly Line[] =>
    amount > 0 ? [{ id, label, amount, unit: 'EUR', formula, factors: [factor] }] : [];
  const fitting = "Fitting it into the receiver's plant";
  return [
    ...built('extraction', 'Taking the heat out', extractionEur, taken, 'heat.extraction'),
    ...built('integration', fitting, integrationEur, 'once, whatever the size', 'heat.integration'),
  ];
}

function upkeepLine({ pipeEur, yearlyEur }: PipeTransport, mids: FactorValues): Line {
  return {
    id: 'upkeep',
    label: 'Upkeep of the pipe',
    amount: -yearlyEur,
    unit: 'EUR/a',
    formula: `${inWords(pipeEur, 'EUR')} x ${numberWord(mids['pipe.upkeep'])} a year`,
    factors: ['pipe.upkeep'],
  };
}

const pipeFactors: Readonly<Record<Pipe['kind'], readonly FactorId[]>> = {
  heat: ['pipe.heat_surface', 'pipe.heat_level', 'pipe.heat_base', 'pipe.heat_per_mm'],
  steam: ['pipe.steam_factor', 'pipe.heat_surface', 'pipe.heat_base', 'pipe.heat_per_mm'],
  water: ['pipe.plastic_surface', 'pipe.plastic_level', 'pipe.plastic_base'],
  plastic_gas: ['pipe.plastic_surface', 'pipe.gas'],
  steel_gas: ['pipe.gas_steel'],
};

function truckLine({ trips, eurPerTrip, routeKm, yearlyEur }: TruckTransport, { supply }: Pair): Line {
  return {
    id: 'trucks',
    label: 'Trucks, full there and empty back',
    amount: -yearlyEur,
    unit: 'EUR/a',
    formula: `${numberWord(trips)} trips/a x ${inWords(eurPerTrip, 'EUR')} for ${inWords(routeKm, 'km')} each way`,
    factors: [
      loadOf(supply.type.measure),
      'truck.per_km',
      'truck.empty_return',
      'truck.per_hour',
      'truck.stop_hours',
      'truck.minimum',
      'road.detour_near',
      'road.detour_far',
    ],
  };
}

function wireLine({ circuits, routeKm, investmentEur }: WireTransport, mids: FactorValues): Line {
  const perMetre = inWords(mids['wire.cable'], 'EUR/m');
  const ends = inWords(mids['wire.end'], 'EUR');
  return {
    id: 'cable',
    label: 'Cable and both ends',
    amount: investmentEur,
    unit: 'EUR',
    formula: `${numberWord(circuits)} x (${inWords(routeKm * 1000, 'm')} x ${perMetre} + 2 x ${ends})`,
    factors: ['wire.detour', 'wire.circuit', 'wire.cable', 'wire.end'],
  };
}

function visitLine({ visits, routeKm, yearlyEur }: VisitTransport, { supply }: Pair, mids: FactorValues): Line {
  const oneVisit = perVisit[supply.type.measure];
  return {
    id: 'visits',
    label: 'Travel there and back',
    amount: -yearlyEur,
    unit: 'EUR/a',
    formula: `${numberWord(visits)} visits/a x 2 x ${inWords(routeKm, 'km')} x ${inWords(mids['visit.per_km'], 'EUR/km')}`,
    factors: ['visit.per_km', ...(oneVisit === null ? [] : [oneVisit]), 'road.detour_near', 'road.detour_far'],
  };
}
