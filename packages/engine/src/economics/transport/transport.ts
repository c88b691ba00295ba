// What carrying the common quantity of a pair takes, whichever way it travels.
import type { Pair } from '../../pair.ts';
import type { FactorValues } from '../factor-table.ts';
import { carryByPipe, type PipeTransport } from './by-pipe.ts';
import { carryByTruck, type TruckTransport } from './by-truck.ts';
import { carryByVisit, type VisitTransport } from './by-visit.ts';
import { carryByWire, type WireTransport } from './by-wire.ts';

export type Transport = PipeTransport | TruckTransport | WireTransport | VisitTransport;

/** By the way the supply's type travels. Every amount grows with distance and with the common rate or quantity, or stays. */
export function transportOf(pair: Pair, values: FactorValues): Transport {
  switch (pair.supply.type.transport) {
    case 'pipe':
      return carryByPipe(pair, values);
    case 'truck':
      return carryByTruck(pair, values);
    case 'wire':
      return carryByWire(pair, values);
    case 'visit':
      return carryByVisit(pair, values);
  }
}
