// What each type of gas is: its weight, viscosity and exponent, wherever it is compressed or flows.
import { type Gas, gases } from '../../formulas/gas.ts';

/**
 * Nitrogen and oxygen have two atoms and nearly the weight of air. A fuel gas of a process and raw biogas flow as air, which is
 * heavier than methane, so their pipe is never flattered, and are compressed as methane (1.31) thinned with CO2 (1.29).
 */
export function gasOf(typeId: string): Gas {
  return byType[typeId] ?? gases.air;
}

const fuelGas: Gas = { ...gases.air, isentropicExponent: 1.3 };

const byType: Readonly<Record<string, Gas>> = {
  'gas.co2': gases.carbonDioxide,
  'gas.hydrogen': gases.hydrogen,
  'gas.natural_gas': gases.methane,
  'gas.biomethane': gases.methane,
  'gas.biogas': fuelGas,
  'gas.fuel_gas': fuelGas,
};
